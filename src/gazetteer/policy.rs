//! The conditions of each alias: words around it, dates, company.

use rustc_hash::FxHashSet;

use super::candidate::{Candidate, Verdict};
use super::view::{View, is_whole};
use crate::lexicon::{Alias, Date, Entity, Need};
use crate::span::Span;

/// The document's date, as far as known.
pub(super) fn document_date(view: &View) -> Option<Date> {
    view.document.head.metadata.date.as_deref().and_then(Date::parse)
}

/// Judges what can be judged at the spot: neighbours and dates.
pub(super) fn at_the_spot(view: &View, date: Option<Date>, alias: &Alias, span: Span) -> Verdict {
    let (before, after) = (&view.text[..span.start as usize], &view.text[span.end as usize..]);
    if after.starts_with('$') || before.ends_with('$') {
        return Verdict::NotBefore; // a currency, as in "US$" and "$US"
    }
    let Some(policy) = &alias.policy else { return Verdict::Open };
    if policy.not_before.iter().any(|phrase| begins_with(after, phrase)) {
        Verdict::NotBefore
    } else if policy.not_after.iter().any(|phrase| ends_with(before, phrase)) {
        Verdict::NotAfter
    } else if date.is_some_and(|date| policy.from.is_some_and(|from| date < from) || policy.to.is_some_and(|to| date >= to)) {
        Verdict::Date
    } else {
        Verdict::Open
    }
}

/// Whether the alias needs company.
pub(super) fn is_needy(candidate: &Candidate, aliases: &[Alias]) -> bool {
    needs(candidate, aliases).is_some_and(|needs| !needs.is_empty())
}

/// Whether the alias has the company that it needs: `present` are the numbers of entities mentioned without need, or with it met.
pub(super) fn has_company(
    view: &View,
    candidate: &Candidate,
    aliases: &[Alias],
    present: &FxHashSet<u32>,
    number_of: impl Fn(&str) -> Option<u32>,
) -> bool {
    let Some(needs) = needs(candidate, aliases) else { return true };
    let span = view.span(candidate.range);
    needs.iter().any(|need| match need {
        Need::Id(id) => number_of(id).is_some_and(|number| present.contains(&number)),
        Need::Phrase(phrase) => view.says(phrase, span),
    })
}

/// Whether the alias needs no more than its country named, and the place is known without: a large town, a state or province.
pub(super) fn is_best_known(candidate: &Candidate, aliases: &[Alias], entity: &Entity) -> bool {
    let Some([need]) = needs(candidate, aliases) else { return false };
    let country = entity.code("country").unwrap_or_default();
    let own_country = match need {
        Need::Id(id) => id.strip_prefix("state:") == Some(country),
        Need::Phrase(_) => country == "USA" || country == "CAN",
    };
    let people: u32 = entity.code("pop").and_then(|pop| pop.parse().ok()).unwrap_or(0);
    let known = matches!(entity.code("feature"), Some("PPLC" | "ADM1")) || people >= LARGE_TOWN;
    own_country && known && entity.actor.is_none()
}

/// Inhabitants of a town that needs no introduction.
const LARGE_TOWN: u32 = 400_000;

fn needs<'a>(candidate: &Candidate, aliases: &'a [Alias]) -> Option<&'a [Need]> {
    let alias = &aliases[candidate.alias? as usize];
    alias.policy.as_ref().map(|policy| policy.needs.as_slice())
}

/// Whether the text goes on with the phrase (lower case) as whole words.
fn begins_with(after: &str, phrase: &str) -> bool {
    let rest = after.trim_start();
    let sign = phrase.ends_with(|c: char| !c.is_alphanumeric());
    rest.get(..phrase.len()).is_some_and(|head| head.eq_ignore_ascii_case(phrase)) && (sign || is_whole(rest, Span::new(0, phrase.len())))
}

/// Whether the text ends with the phrase (lower case) as whole words.
fn ends_with(before: &str, phrase: &str) -> bool {
    let head = before.trim_end();
    let Some(start) = head.len().checked_sub(phrase.len()) else {
        return false;
    };
    head.get(start..).is_some_and(|tail| tail.eq_ignore_ascii_case(phrase)) && is_whole(head, Span::new(start, head.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_whole_words_in_any_case() {
        assert!(begins_with(" post office", "post") && begins_with("'s war", "'s war"));
        assert!(!begins_with(" posture", "post") && begins_with("$ 5", "$") && begins_with("$5", "$"));
        assert!(ends_with("in South ", "south") && !ends_with("the mouth", "south"));
    }
}
