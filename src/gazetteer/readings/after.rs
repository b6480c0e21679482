//! What stands after a name.

use super::super::senses::{ByVerb, by_verb};
use super::super::words::Sort;
use super::heads::{self, HEADS};
use super::{Context, Name};
use crate::token::TokenKind;

/// The rules that the words after the name (or its list) fulfil, and whether the name belongs to a noun after it.
pub(super) struct After {
    pub rules: [Option<&'static str>; 2],
    pub is_modifier: bool,
}

impl After {
    fn clause(rule: Option<&'static str>) -> Self {
        Self {
            rules: [rule, None],
            is_modifier: false,
        }
    }

    /// Of a name in a phrase of its own the verb after it tells nothing: "people around Pakistan request".
    pub fn leave_verb(&mut self) {
        if self.rules[0].is_some_and(|rule| VERBS.contains(&rule)) {
            self.rules = [Some("verb_of_other"), None];
        }
    }

    fn modifier(coarse: &'static str, fine: Option<&'static str>) -> Self {
        Self {
            rules: [Some(coarse), fine],
            is_modifier: true,
        }
    }
}

/// The rules of a verb after the name.
const VERBS: &[&str] = &[
    "modal",
    "has",
    "has_done",
    "is",
    "is_doing",
    "is_treated",
    "is_willing",
    "is_described",
    "is_kind_of_place",
    "place_verb",
    "verb",
    "verb_or_noun",
    "verb_ing",
    "other_verb",
];

/// Looks at what stands after the name.
pub(super) fn look(context: &Context, name: Name) -> After {
    let end = context.own.end as usize;
    if context.view.kind(end) == Some(TokenKind::Clitic) && end < context.sentence.end as usize {
        let head = heads::head(context, end + 1);
        let acts = head.is_some_and(heads::Head::acts);
        let fine = if !acts && is_superlative(context, end + 1) {
            Some("owner_of_most")
        } else {
            head.map(|head| heads::OWNER.of(head))
        };
        return After::modifier("owner", fine);
    }
    if context.word(end) == "-" && (context.view.glued(end) || context.sorts(end + 1).has_any(&[Sort::Deed, Sort::Origin])) {
        return After::modifier("hyphen", hyphen(context, end + 1));
    }
    let end = context.list.end as usize;
    if is_of_members(context, name) {
        return After {
            rules: [
                verb(context, end + 1).or_else(|| mark(context, name, end + 1)),
                Some("adjective_of_members"),
            ],
            is_modifier: false,
        };
    }
    if name == Name::Demonym {
        return After::modifier("adjective", Some(adjective(context, end)));
    }
    if let Some(rule) = verb(context, end).filter(|_| !is_one_of_many(context)) {
        return After {
            rules: [Some(rule), verb_sense(context, end)],
            is_modifier: false,
        };
    }
    let is_noun = !context.view.glued(end) && !context.word(end).is_empty();
    match is_noun.then(|| heads::head(context, end)).flatten() {
        Some(head) => After::modifier("before_noun", Some(heads::NOUN.of(head))),
        None => After::clause(mark(context, name, end)),
    }
}

/// "Turkey's leading conglomerates", "Haiti's greatest artists": it is where they are the first.
fn is_superlative(context: &Context, at: usize) -> bool {
    let word = context.lower(at);
    word.len() > 5 && word.ends_with("est") && context.words.senses.noun(word).is_none()
        || matches!(
            word,
            "most" | "leading" | "top" | "best" | "largest" | "main" | "only" | "oldest" | "first" | "last"
        )
}

/// "The Central Asian countries": what they do or where they lie tells how the region is meant.
pub(super) fn is_of_members(context: &Context, name: Name) -> bool {
    name == Name::Demonym && context.sorts(context.list.end as usize).has(Sort::Members)
}

/// "A New York court": after such a word a name belongs to a noun.
fn is_one_of_many(context: &Context) -> bool {
    let before = (context.list.first as usize).checked_sub(1).map(|at| context.lower(at));
    before.is_some_and(|word| {
        matches!(
            word,
            "a" | "an" | "another" | "any" | "every" | "each" | "its" | "his" | "her" | "their" | "our" | "'s" | "’s"
        )
    })
}

/// What an adjective of origin stands before; "the Chinese" are people. Of "Chinese government vessels" the first noun tells.
fn adjective(context: &Context, at: usize) -> &'static str {
    if context.sorts(at).has(Sort::AgentNoun) && !context.view.glued(at + 1) {
        return "adjective_of_agent";
    }
    heads::head(context, at).map_or("adjective_alone", |head| heads::ADJECTIVE.of(head))
}

/// "Russia-led", "Iran-born", "China-Pakistan".
fn hyphen(context: &Context, at: usize) -> Option<&'static str> {
    let sorts = context.sorts(at);
    if sorts.has(Sort::Deed) {
        Some("deed_of_name")
    } else if sorts.has(Sort::Origin) {
        Some("made_in_name")
    } else {
        context.view.is_capital(at).then_some("hyphen_with_name")
    }
}

/// A verb after the name: saying and doing, being, lying somewhere.
fn verb(context: &Context, at: usize) -> Option<&'static str> {
    let at = after_adverbs(context, at);
    let word = context.lower(at);
    match word {
        "will" | "would" | "can" | "could" | "should" | "must" | "may" | "might" | "cannot" | "won't" | "wouldn't" | "can't" | "did"
        | "does" | "do" | "didn't" | "doesn't" | "don't" => Some("modal"),
        "has" | "have" | "had" | "having" | "hasn't" | "haven't" => Some(perfect(context, at + 1)),
        "is" | "are" | "was" | "were" | "isn't" | "wasn't" | "remains" | "became" | "becomes" | "remained" => Some(being(context, at + 1)),
        _ => {
            let sorts = context.sorts(at);
            let finite = !word.ends_with("ing") && !context.view.is_capital(at);
            if sorts.has(Sort::PlaceVerb) {
                Some("place_verb")
            } else if finite && sorts.has_any(&[Sort::PersonVerb, Sort::ObjectVerb]) {
                Some(if sorts.has_any(HEADS) { "verb_or_noun" } else { "verb" })
            } else if sorts.has(Sort::PersonVerb) && word.ends_with("ing") {
                Some("verb_ing")
            } else if finite && is_finite_verb(context, at, word) {
                Some("other_verb")
            } else {
                None
            }
        }
    }
}

/// A form that no noun shares ("Iran owns", "Haiti saw"), or one with its object ("Iran presents the plan").
fn is_finite_verb(context: &Context, at: usize, word: &str) -> bool {
    let senses = &context.words.senses;
    let begins = || context.list.first == context.sentence.first && senses.verb(context.lower(at + 1)).is_none();
    senses.verb(word).is_some()
        && (senses.noun(word).is_none() || word.ends_with('s') && !word.ends_with("ss") && (heads::has_object(context, at) || begins()))
}

const DOES: ByVerb = by_verb!("does_");

/// What the verb tells, past the auxiliaries.
fn verb_sense(context: &Context, mut at: usize) -> Option<&'static str> {
    for _ in 0..4 {
        at = after_adverbs(context, at);
        let word = context.lower(at);
        if !is_auxiliary(word) {
            return context.words.senses.verb(word).map(|sense| DOES[sense]);
        }
        if is_being(word) {
            return None;
        }
        at += 1;
    }
    None
}

fn is_being(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "being")
}

fn is_auxiliary(word: &str) -> bool {
    is_being(word)
        || matches!(
            word,
            "will" | "would" | "can" | "could" | "should" | "must" | "may" | "might" | "did" | "does" | "do" | "has" | "have" | "had"
        )
}

fn after_adverbs(context: &Context, mut at: usize) -> usize {
    while is_adverb(context, at) {
        at += 1;
    }
    at
}

pub(super) fn is_adverb(context: &Context, at: usize) -> bool {
    let word = context.lower(at);
    (word.ends_with("ly")
        && word.len() > 4
        && !matches!(
            word,
            "supply" | "reply" | "comply" | "family" | "italy" | "likely" | "july" | "sicily"
        ))
        || context.sorts(at).has(Sort::Adverb)
}

fn perfect(context: &Context, mut at: usize) -> &'static str {
    while is_adverb(context, at) || context.lower(at) == "been" {
        at += 1;
    }
    if context.sorts(at).has_any(&[Sort::PersonVerb, Sort::ObjectVerb]) {
        "has_done"
    } else {
        "has"
    }
}

fn being(context: &Context, at: usize) -> &'static str {
    let at = after_adverbs(context, at);
    let (word, sorts) = (context.lower(at), context.sorts(at));
    if sorts.has(Sort::Willing) {
        "is_willing"
    } else if is_kind_of_place(context, at) {
        "is_kind_of_place"
    } else if sorts.has(Sort::Described) {
        "is_described"
    } else if !sorts.has_any(&[Sort::PersonVerb, Sort::ObjectVerb]) {
        "is"
    } else if word.ends_with("ing") {
        "is_doing"
    } else {
        "is_treated"
    }
}

/// "Is the largest city", "is a country": an article and a kind of place before the next preposition.
fn is_kind_of_place(context: &Context, at: usize) -> bool {
    let article = matches!(context.lower(at), "a" | "an" | "the" | "one");
    let words =
        (at + 1..at + 6).take_while(|&at| !context.sorts(at).has(Sort::FunctionWord) && context.view.kind(at) == Some(TokenKind::Word));
    article
        && words.into_iter().any(|at| {
            context.sorts(at).has(Sort::Settlement) || matches!(context.lower(at), "capital" | "country" | "port" | "island" | "state")
        })
}

/// Whether neither of two names lies in the other: two states, two capitals.
pub(super) fn is_equal(name: Name, other: Name) -> bool {
    name == other && matches!(name, Name::State | Name::Capital)
}

/// Punctuation and prepositions right after the name.
fn mark(context: &Context, name: Name, at: usize) -> Option<&'static str> {
    match context.lower(at) {
        "," => Some(if (context.name_at)(at + 1).is_some_and(|other| !is_equal(name, other)) {
            "before_comma_and_place"
        } else {
            "before_comma"
        }),
        "." | "" | "?" | "!" | ";" | ":" => Some("ends"),
        ")" => Some("before_bracket"),
        "in" | "on" | "during" | "at" | "where" => Some("before_in"),
        "to" if context.lower(at + 1) == "the" && context.sorts(at + 2).has(Sort::PartOfPlace) => Some("before_direction"),
        "to" => Some("before_to"),
        "and" | "or" => Some("before_and"),
        "from" | "by" | "for" | "with" | "over" | "against" => Some("before_preposition"),
        "who" | "whose" => Some("before_who"),
        "which" | "that" => Some("before_which"),
        _ if context.view.is_capital(at) => Some("before_capital"),
        _ => Some("before_other"),
    }
}
