//! A learning route on the phones of the demo: from the result of a diagnosis to a methodologist in few taps, a step shown
//! with a photo, and how the route looks at the width of a narrow phone.

use crate::visitor::{PHONE, PLAIN, Visitor, visit};

/// What it may take from the result of a diagnosis to a route that is sent to be looked at.
const TAPS_TO_REVIEW: usize = 10;
/// What marking a step may take, beside the photo itself.
const TAPS_TO_MARK: usize = 2;

#[tokio::test]
async fn a_route_is_sent_in_ten_taps_and_a_step_shown_in_two_and_a_photo() {
    let (_demo, mut visitor) = visit().await;
    visitor.browser.eval(PLAIN).await;
    visitor.comes_on_a_working_noon().await;
    a_teacher_finishes_the_diagnosis(&mut visitor).await;
    the_route_is_drawn_up_and_sent(&mut visitor).await;
    a_methodologist_agrees(&mut visitor).await;
    a_step_is_shown_with_a_photo(&mut visitor).await;
    assert_eq!(visitor.browser.complaints(), Vec::<String>::new());
}

async fn a_teacher_finishes_the_diagnosis(visitor: &mut Visitor) {
    visitor.takes_phone("Марина Белова").await;
    visitor.commands("/diagnosis").await;
    visitor.taps("Профессиональная").await;
    visitor.sees("Пауза").await;
    let has = |label: &str| {
        format!("[...{PHONE}.querySelectorAll('button')].some(e => e.textContent.includes({label:?}))")
    };
    while visitor.browser.eval(&has("Пауза")).await == true {
        let before = visitor.newest().await;
        let skips = visitor.browser.eval(&has("Пропустить")).await == true;
        visitor.taps(if skips { "Пропустить" } else { "Отчасти про меня" }).await;
        visitor.sees_something_after(&before).await;
    }
    visitor.sees("Ваш результат").await;
}

async fn the_route_is_drawn_up_and_sent(visitor: &mut Visitor) {
    visitor.taps = 0;
    visitor.taps("Составить маршрут").await;
    visitor.sees("Над чем хотите поработать").await;
    visitor.taps("Выбрать шаги").await;
    visitor.pictures("route-steps", "Отметьте, что подходит").await;
    visitor.taps("☐").await;
    visitor.taps("План").await;
    visitor.pictures("route-plan", "проверьте план").await;
    visitor.taps("Отправить методисту").await;
    visitor.sees("методист смотрит Ваш маршрут").await;
    println!("from the result to review with {} taps", visitor.taps);
    assert!(visitor.taps <= TAPS_TO_REVIEW, "{} taps", visitor.taps);
}

async fn a_methodologist_agrees(visitor: &mut Visitor) {
    visitor.takes_phone("Сергей Дорошин").await;
    visitor.sees("новый маршрут ждёт").await;
    visitor.taps("Открыть").await;
    visitor.sees("на согласовании").await;
    visitor.taps("Согласовать").await;
}

async fn a_step_is_shown_with_a_photo(visitor: &mut Visitor) {
    visitor.takes_phone("Марина Белова").await;
    visitor.sees("Маршрут согласован").await;
    visitor.taps("Открыть").await;
    visitor.pictures("route", "Дальше:").await;
    visitor.taps("Сделано").await;
    visitor.sees("Пришлите фото").await;
    let send = format!(
        "(form => {{
            form.append('kind', 'photo');
            return fetch('/sandbox/people/' + {PHONE}.dataset.person + '/send', {{ method: 'POST', body: form }});
        }})(new FormData()).then(answer => answer.ok)"
    );
    assert_eq!(visitor.browser.eval(&send).await, true);
    visitor.pictures("route-shown", "1 из").await;
    println!("a step marked with {} taps and a photo", visitor.taps);
    assert!(visitor.taps <= TAPS_TO_MARK, "{} taps", visitor.taps);
}
