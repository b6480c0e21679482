//! What stands after a name.

use super::super::words::Sort;
use super::{Context, Name};
use crate::token::TokenKind;

/// The rule that the words after the name (or its list) fulfil.
pub(super) fn rule(context: &Context, name: Name) -> Option<&'static str> {
    let end = context.own.end as usize;
    if context.view.kind(end) == Some(TokenKind::Clitic) && end < context.sentence.end as usize {
        return Some(head(context, end + 1).map_or("owner", |sort| OWNER[sort]));
    }
    if context.view.glued(end) && context.word(end) == "-" {
        return Some(hyphen(context, end + 1));
    }
    if name == Name::Demonym && is_members(&context.lower(end)) {
        return Some("adjective_of_members");
    }
    if name == Name::Demonym {
        return Some(head(context, end).map_or("adjective", |sort| ADJECTIVE[sort]));
    }
    let end = context.list.end as usize;
    verb(context, end)
        .or_else(|| {
            let noun = !context.view.glued(end) && !context.word(end).is_empty();
            noun.then(|| head(context, end).map(|sort| NOUN[sort])).flatten()
        })
        .or_else(|| mark(context, end))
}

/// Sorts of head nouns; position in the tables of rules below.
const HEADS: &[Sort] = &[
    Sort::AgentNoun,
    Sort::PolicyNoun,
    Sort::EventNoun,
    Sort::SettingNoun,
    Sort::PeopleNoun,
    Sort::ThingNoun,
];
const OWNER: &[&str] = &[
    "owner_of_agent",
    "owner_of_policy",
    "owner_of_event",
    "owner_of_setting",
    "owner_of_people",
    "owner_of_thing",
];
const NOUN: &[&str] = &[
    "before_agent",
    "before_policy",
    "before_event",
    "before_setting",
    "before_people",
    "before_thing",
];
const ADJECTIVE: &[&str] = &[
    "adjective_of_agent",
    "adjective_of_policy",
    "adjective_of_event",
    "adjective_of_setting",
    "adjective_of_people",
    "adjective_of_thing",
];

/// The sort of the head noun of the words that begin here: the last sorted one before a verb, a preposition or a mark.
fn head(context: &Context, from: usize) -> Option<usize> {
    let mut found = None;
    for at in from..from + 4 {
        let word = context.lower(at);
        if word.is_empty()
            || is_function_word(&word)
            || !matches!(context.view.kind(at), Some(TokenKind::Word | TokenKind::Number)) && word != "-"
        {
            break;
        }
        let sorts = context.sorts(at);
        let position = HEADS.iter().position(|&sort| sorts.has(sort));
        let is_verb = found.is_some() && sorts.has(Sort::PersonVerb) && !word.ends_with('s');
        if is_verb {
            break;
        }
        found = position.or(found);
    }
    found
}

fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "in" | "of"
            | "to"
            | "for"
            | "and"
            | "or"
            | "but"
            | "on"
            | "at"
            | "by"
            | "with"
            | "from"
            | "that"
            | "which"
            | "who"
            | "is"
            | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "can"
            | "could"
            | "should"
            | "may"
            | "might"
            | "must"
            | "as"
            | "than"
            | "while"
            | "when"
            | "after"
            | "before"
            | "since"
            | "because"
            | "if"
            | "over"
            | "into"
            | "through"
            | "between"
            | "against"
            | "during"
            | "under"
            | "the"
            | "a"
            | "an"
            | "not"
            | "said"
            | "says"
            | "it"
            | "its"
            | "their"
            | "his"
            | "her"
            | "they"
            | "he"
            | "she"
            | "where"
            | "also"
            | "did"
            | "does"
            | "do"
            | "there"
            | "this"
    )
}

/// The states of a region, who act together: "the Central Asian countries".
fn is_members(word: &str) -> bool {
    matches!(
        word,
        "countries" | "states" | "nations" | "republics" | "capitals" | "neighbors" | "neighbours"
    )
}

/// "Russia-led", "Iran-born", "China-Pakistan".
fn hyphen(context: &Context, at: usize) -> &'static str {
    match context.lower(at).as_str() {
        "led" | "backed" | "brokered" | "sponsored" | "supported" | "allied" | "aligned" | "funded" | "imposed" | "trained"
        | "supplied" | "made" | "friendly" | "dominated" | "mediated" | "financed" | "linked" | "designated" | "armed" | "built"
        | "owned" | "initiated" | "proposed" => "deed_of_name",
        "born" | "based" | "wide" | "bound" | "occupied" | "held" | "administered" | "controlled" | "area" => "made_in_name",
        _ if context.view.is_capital(at) => "hyphen_with_name",
        _ => "hyphen",
    }
}

/// A verb after the name: saying and doing, being, lying somewhere.
fn verb(context: &Context, mut at: usize) -> Option<&'static str> {
    while is_adverb(&context.lower(at)) {
        at += 1;
    }
    let word = context.lower(at);
    match word.as_str() {
        "will" | "would" | "can" | "could" | "should" | "must" | "may" | "might" | "cannot" | "won't" | "wouldn't" | "can't" | "did"
        | "does" | "do" | "didn't" | "doesn't" | "don't" => Some("modal"),
        "has" | "have" | "had" | "having" | "hasn't" | "haven't" => Some(perfect(context, at + 1)),
        "is" | "are" | "was" | "were" | "isn't" | "wasn't" | "remains" | "became" | "becomes" | "remained" => Some(being(context, at + 1)),
        _ => {
            let sorts = context.sorts(at);
            let finite = !word.ends_with("ing") && !context.view.is_capital(at);
            if sorts.has(Sort::PlaceVerb) {
                Some("place_verb")
            } else if finite && (sorts.has(Sort::PersonVerb) || sorts.has(Sort::ObjectVerb)) {
                let noun = sorts.has_any(HEADS);
                Some(if noun { "verb_or_noun" } else { "verb" })
            } else if sorts.has(Sort::PersonVerb) && word.ends_with("ing") {
                Some("verb_ing")
            } else {
                None
            }
        }
    }
}

fn is_adverb(word: &str) -> bool {
    (word.ends_with("ly") && word.len() > 4 && !matches!(word, "supply" | "reply" | "comply" | "family" | "italy" | "likely"))
        || matches!(
            word,
            "also"
                | "now"
                | "still"
                | "again"
                | "never"
                | "already"
                | "once"
                | "often"
                | "has also"
                | "both"
                | "itself"
                | "then"
                | "too"
                | "not"
                | "even"
                | "in turn"
                | "soon"
                | "thus"
                | "therefore"
        )
}

fn perfect(context: &Context, mut at: usize) -> &'static str {
    while is_adverb(&context.lower(at)) || context.lower(at) == "been" {
        at += 1;
    }
    if context.sorts(at).has_any(&[Sort::PersonVerb, Sort::ObjectVerb]) {
        "has_done"
    } else {
        "has"
    }
}

fn being(context: &Context, mut at: usize) -> &'static str {
    while is_adverb(&context.lower(at)) {
        at += 1;
    }
    let (word, sorts) = (context.lower(at), context.sorts(at));
    match word.as_str() {
        "willing" | "ready" | "keen" | "likely" | "unlikely" | "committed" | "determined" | "concerned" | "worried" | "wary" | "afraid"
        | "opposed" | "prepared" | "eager" | "reluctant" | "unwilling" | "anxious" | "interested" | "aware" | "able" | "unable"
        | "responsible" | "confident" | "cautious" | "engaged" | "involved" | "not" | "unhappy" | "angry" | "hostile" | "suspicious"
        | "poised" | "set" | "capable" | "pleased" | "sceptical" | "skeptical" => "is_willing",
        "a" | "an" | "the" | "one" | "located" | "situated" | "bordered" | "home" | "in" | "part" | "where" | "divided" | "known"
        | "also" | "at" => "is_described",
        _ if word.ends_with("ing") && sorts.has_any(&[Sort::PersonVerb, Sort::ObjectVerb]) => "is_doing",
        _ if sorts.has_any(&[Sort::ObjectVerb, Sort::PersonVerb]) => "is_treated",
        _ => "is",
    }
}

/// Punctuation and prepositions right after the name.
fn mark(context: &Context, at: usize) -> Option<&'static str> {
    match context.lower(at).as_str() {
        "," => Some(if (context.is_name)(at + 1) {
            "before_comma_and_place"
        } else {
            "before_comma"
        }),
        "." | "" | "?" | "!" | ";" | ":" => Some("ends"),
        ")" => Some("before_bracket"),
        "in" | "on" | "during" | "at" | "where" => Some("before_in"),
        "to" => Some("before_to"),
        "and" | "or" => Some("before_and"),
        "from" | "by" | "for" | "with" | "over" | "against" => Some("before_preposition"),
        "who" | "whose" => Some("before_who"),
        "which" | "that" => Some("before_which"),
        _ if context.view.is_capital(at) => Some("before_capital"),
        _ => Some("before_other"),
    }
}
