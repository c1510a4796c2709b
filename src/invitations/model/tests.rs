//! Who may invite to what, whom a link lets in, and that no other string is a link of ours.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

const HERE: Uuid = Uuid::from_u128(1);
const THERE: Uuid = Uuid::from_u128(2);
const SCHOOL: Unit = Unit::School(HERE, Uuid::from_u128(3));
const NEXT_DOOR: Unit = Unit::School(HERE, Uuid::from_u128(4));
const INVITER: Uuid = Uuid::from_u128(11);
const COMER: Uuid = Uuid::from_u128(12);

fn held(role: Role, unit: Unit) -> Vec<RoleAt> {
    vec![RoleAt { role, unit }]
}

fn invitation(role: Option<Role>, unit: Unit) -> Invitation {
    let offered = Offered { role, unit };
    let (most_uses, lasts) = offered.terms();
    Invitation {
        id: Uuid::nil(),
        token: Token::random().as_str().to_owned(),
        offered,
        unit_title: None,
        most_uses,
        uses: 0,
        expires_at: DateTime::UNIX_EPOCH + lasts,
        created_at: DateTime::UNIX_EPOCH,
        created_by: Some(INVITER),
        revoked_at: None,
    }
}

#[test]
fn everybody_invites_to_what_they_may_give_and_nowhere_else() {
    let teacher = |unit| Offered { role: None, unit };
    let leader = held(Role::SchoolLeader, SCHOOL);
    assert_eq!(offered_roles(&leader), [None]);
    assert!(teacher(SCHOOL).may_be_given_by(&leader));
    for foreign in [teacher(NEXT_DOOR), teacher(Unit::Municipality(HERE)), teacher(Unit::Region)] {
        assert!(!foreign.may_be_given_by(&leader), "{foreign:?}");
    }
    let coordinator = held(Role::Coordinator, Unit::Municipality(HERE));
    let given = [None, Some(Role::SchoolLeader), Some(Role::Methodologist), Some(Role::Coordinator)];
    assert_eq!(offered_roles(&coordinator), given);
    assert!(teacher(Unit::Municipality(HERE)).may_be_given_by(&coordinator));
    assert!(!teacher(Unit::Municipality(THERE)).may_be_given_by(&coordinator));
    assert!(!teacher(Unit::Region).may_be_given_by(&held(Role::RegionalCoordinator, Unit::Region)));
    let owner = held(Role::Owner, Unit::Region);
    assert_eq!(offered_roles(&owner), [Some(Role::Coordinator), Some(Role::RegionalCoordinator)]);
    assert!(!Offered { role: Some(Role::Owner), unit: Unit::Region }.may_be_given_by(&owner));
    assert!(offered_roles(&held(Role::Methodologist, Unit::Municipality(HERE))).is_empty());
}

#[test]
fn whoever_comes_is_told_what_concerns_them_first() {
    let (coordinator, now) = (held(Role::Coordinator, Unit::Municipality(HERE)), DateTime::UNIX_EPOCH);
    let good = invitation(Some(Role::Methodologist), Unit::Municipality(HERE));
    let says = |it: &Invitation, comer, has_come| it.welcomes(comer, has_come, &coordinator, now);
    assert_eq!(says(&good, None, false), Welcome::Open);
    assert_eq!(says(&good, Some(COMER), false), Welcome::Open);
    let spent = Invitation { uses: 1, ..good.clone() };
    assert_eq!(says(&spent, Some(COMER), false), Welcome::UsedUp);
    assert_eq!(says(&spent, Some(COMER), true), Welcome::Already);
    assert_eq!(says(&spent, Some(INVITER), false), Welcome::Own);
    let revoked = Invitation { revoked_at: Some(now), ..good.clone() };
    assert_eq!(says(&revoked, Some(COMER), false), Welcome::Revoked);
    let orphaned = Invitation { created_by: None, ..good.clone() };
    assert_eq!(says(&orphaned, None, false), Welcome::Revoked, "nobody's own is nobody's");
    assert_eq!(good.welcomes(None, false, &coordinator, good.expires_at), Welcome::Expired);
    let elsewhere = held(Role::Coordinator, Unit::Municipality(THERE));
    for lost in [&[][..], &elsewhere[..], &held(Role::SchoolLeader, SCHOOL)] {
        assert_eq!(good.welcomes(Some(COMER), false, lost, now), Welcome::Revoked);
    }
}

#[test]
fn only_teachers_come_in_numbers_and_a_role_waits() {
    for role in Role::ALL.into_iter().map(Some).chain([None]) {
        let offered = Offered { role, unit: SCHOOL };
        assert_eq!(offered.terms().0 > 1, role.is_none());
        assert_eq!(UseState::first(offered) == UseState::Waiting, role.is_some());
    }
    assert!(UseState::ALL.iter().all(|state| UseState::from_word(state.as_str()) == Some(*state)));
}

#[test]
fn tokens_are_long_random_and_carried_by_a_link() {
    let tokens: BTreeSet<String> = (0..1_000).map(|_| Token::random().as_str().to_owned()).collect();
    assert_eq!(tokens.len(), 1_000);
    for token in &tokens {
        assert_eq!(token.len(), LENGTH_OF_128_BITS + 2);
        assert!(Token::read(token).is_some_and(|read| read.as_str() == token));
    }
    let firsts: BTreeSet<char> = tokens.iter().filter_map(|token| token.chars().nth(9)).collect();
    assert!(firsts.len() > 50, "no character is fixed: {firsts:?}");
}

/// 128 bits in base64.
const LENGTH_OF_128_BITS: usize = 22;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn what_is_forged_is_read_as_nothing_or_as_another_token(
        (at, to, cut) in (0usize..24, any::<char>(), 0usize..40)
    ) {
        let token = Token::random();
        let mut mutated: String = token.as_str().chars().enumerate()
            .map(|(place, letter)| if place == at { to } else { letter }).collect();
        if cut < 24 {
            mutated = mutated.chars().take(cut).collect();
        }
        if let Some(read) = Token::read(&mutated) {
            prop_assert!(read.as_str() == mutated && mutated.is_ascii() && mutated.len() == 24);
            prop_assert!(mutated == token.as_str() || read != token);
        }
    }

    #[test]
    fn random_words_are_no_tokens_unless_they_look_like_one(words in "\\PC{0,70}") {
        let looks = words.len() == 24 && words.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b));
        prop_assert_eq!(Token::read(&words).is_some(), looks);
    }
}

#[test]
fn newcomers_are_named_in_the_evening() {
    let at = |words: &str| words.parse::<NaiveDateTime>().expect("a time");
    for (came, named) in [
        ("2026-11-23T00:10:00", "2026-11-23T17:00:00"),
        ("2026-11-23T16:59:59", "2026-11-23T17:00:00"),
        ("2026-11-23T17:00:00", "2026-11-24T17:00:00"),
        ("2026-12-31T23:00:00", "2027-01-01T17:00:00"),
    ] {
        assert_eq!(gathering_time(at(came)), at(named), "{came}");
    }
}
