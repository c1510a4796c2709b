//! Invented names for people who are added with one click.

/// As they are met in a district's schools; none is a real person's.
const NAMES: [&str; 24] = [
    "Анна Петрова",
    "Баир Доржиев",
    "Вера Соколова",
    "Игорь Никитин",
    "Долгор Цыренова",
    "Мария Кузнецова",
    "Айдыс Монгуш",
    "Елена Морозова",
    "Сергей Волков",
    "Сайзана Ооржак",
    "Ольга Лебедева",
    "Тимур Ахметов",
    "Наталья Орлова",
    "Даши Бадмаев",
    "Светлана Зайцева",
    "Павел Громов",
    "Чойгана Салчак",
    "Ирина Белова",
    "Андрей Крылов",
    "Арюна Жамбалова",
    "Татьяна Фомина",
    "Алексей Дроздов",
    "Лилия Галимова",
    "Юрий Макаров",
];

/// The first name that nobody bears yet; when all are taken, a numbered one.
pub(super) fn next_name(taken: &[String]) -> String {
    let free = NAMES.iter().find(|name| !taken.iter().any(|other| other == *name));
    free.map_or_else(|| format!("Коллега {}", taken.len() + 1), |name| (*name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_gets_a_name_that_is_taken() {
        let mut taken = Vec::new();
        for _ in 0..30 {
            let name = next_name(&taken);
            assert!(!taken.contains(&name), "{name} twice");
            taken.push(name);
        }
        assert_eq!(taken[29], "Коллега 30");
    }
}
