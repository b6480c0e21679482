//! Phrases that say when or how often and stand without a preposition: "last year", "Tuesday", "two days ago", "three times".

use super::grammar::{MONTHS, PERIODS, WEEKDAYS};
use super::words::{Tag, Word};

/// A word's part in such a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum When {
    /// None.
    #[default]
    No,
    /// late, early: before the others
    Part,
    /// last, next
    Deictic,
    /// Tuesday: says when by itself.
    Day,
    /// year, week: says when after one of the others.
    Unit,
    /// two, several; numerals are known without it
    Number,
    /// ago: after a number of units
    Ago,
    /// times: after a number
    Times,
}

/// The words of each part.
pub const WORDS: &[(When, &str)] = &[
    (When::Part, "late early earlier later"),
    (When::Deictic, "last next"),
    (When::Day, WEEKDAYS),
    (When::Unit, MONTHS),
    (When::Unit, PERIODS),
    (
        When::Unit,
        "century centuries weekends day days night nights morning evening afternoon hour hours minute minutes fall winter quarter may",
    ),
    (
        When::Number,
        "two three four five six seven eight nine ten eleven twelve several many few numerous",
    ),
    (When::Ago, "ago"),
    (When::Times, "times"),
];

/// The last word of the phrase that begins here, if one does.
pub fn phrase(words: &[Word], at: usize) -> Option<usize> {
    let starts = at.checked_sub(1).is_none_or(|before| is_complete(&words[before]));
    let last = starts.then(|| extent(words, at)).flatten()?;
    let next = words.get(last + 1);
    let goes_on = words[last].possessive || next.is_some_and(|word| word.glued || matches!(word.tag, Tag::Noun | Tag::Num));
    // "Last year saw", "next week marks": the phrase is the subject.
    let opens = at.checked_sub(1).is_none_or(|before| !is_part_of_clause(&words[before]));
    let subject = opens && next.is_some_and(is_verbal);
    (!goes_on && !subject).then_some(last)
}

/// Whether a noun phrase or a verb may end with the word, so that what follows need not belong to it.
fn is_complete(word: &Word) -> bool {
    !word.possessive && !word.adjectival && !matches!(word.tag, Tag::Prep | Tag::To | Tag::Det | Tag::Poss | Tag::Adj | Tag::Num)
}

fn is_part_of_clause(word: &Word) -> bool {
    matches!(word.tag, Tag::Noun | Tag::Name | Tag::Pron | Tag::Adv) || is_verbal(word)
}

fn is_verbal(word: &Word) -> bool {
    word.tag.is_verbal() || word.tag == Tag::Not
}

fn extent(words: &[Word], at: usize) -> Option<usize> {
    let part = |at: usize| words.get(at).map_or(When::No, |word| word.lexeme.when);
    let first = if part(at) == When::Part { at + 1 } else { at };
    let number = |at: usize| {
        words
            .get(at)
            .is_some_and(|word| word.tag == Tag::Num || word.lexeme.when == When::Number)
    };
    match part(first) {
        When::Day => Some(if part(first + 1) == When::Unit { first + 1 } else { first }),
        When::Deictic if matches!(part(first + 1), When::Unit | When::Day) => Some(first + 1),
        When::Deictic if number(first + 1) && part(first + 2) == When::Unit => Some(first + 2),
        _ if number(at) && part(at + 1) == When::Times => Some(at + 1),
        _ if number(at) && part(at + 1) == When::Unit && part(at + 2) == When::Ago => Some(at + 2),
        _ => None,
    }
}
