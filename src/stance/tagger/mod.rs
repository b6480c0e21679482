//! Part of speech in context: closed classes are known, names are mentions or capitals, verb or noun is decided by the neighbours.

mod verbs;

use super::grammar::Class;
use super::vocabulary::Forms;
use super::when::When;
use super::words::{Tag, Word};
use verbs::verb_or_not;

/// Tags all words of a sentence.
pub fn tag(words: &mut [Word]) {
    for at in 0..words.len() {
        if words[at].tag == Tag::Noun || words[at].tag == Tag::Do || words[at].tag == Tag::Be {
            words[at].tag = first_guess(words, at);
        }
    }
    mark_inverted(words);
    for at in 0..words.len() {
        if words[at].tag == Tag::Verb {
            words[at].tag = verb_or_not(words, at);
        }
    }
    for at in 1..words.len() {
        if words[at - 1].no_longer && words[at].tag == Tag::Adv {
            words[at - 1].tag = Tag::Not;
        }
        if words[at].tag == Tag::Sub && words[at - 1].such {
            words[at].tag = Tag::Prep;
            words[at - 1].tag = Tag::Adv;
        }
    }
    for at in 0..words.len() {
        if words[at].tag == Tag::That {
            words[at].tag = that(words, at);
        }
    }
}

/// "Should Iran attack, China would": an auxiliary before its subject opens a condition where a modal follows the comma.
fn mark_inverted(words: &mut [Word]) {
    let inverts = |word: &Word| {
        let past = word.lexeme.forms.has(Forms::PAST);
        word.lexeme.class == Class::Modal || matches!(word.lexeme.class, Class::Have | Class::Be) && past
    };
    let subject = |word: &Word| matches!(word.tag, Tag::Name | Tag::Noun | Tag::Det | Tag::Pron | Tag::Poss | Tag::Adj);
    let [first, second, rest @ ..] = &words[..] else { return };
    let comma = rest.iter().position(|word| word.tag == Tag::Comma);
    let outcome = comma.is_some_and(|comma| rest[comma..].iter().any(|word| word.tag == Tag::Modal));
    if !(inverts(first) && subject(second) && outcome) {
        return;
    }
    words[0].tag = Tag::Sub;
    words[0].inverted = true;
    let base = |word: &&mut Word| word.tag == Tag::Verb && word.lexeme.forms.has(Forms::BASE);
    if words[0].lexeme.class == Class::Modal
        && let Some(verb) = words.iter_mut().skip(2).find(base)
    {
        verb.inverted = true;
    }
}

/// By the word alone.
fn first_guess(words: &[Word], at: usize) -> Tag {
    let word = &words[at];
    if word.mention.is_some() {
        return Tag::Name;
    }
    match word.lexeme.class {
        Class::Determiner => Tag::Det,
        Class::Possessive => Tag::Poss,
        Class::Pronoun | Class::Reciprocal | Class::FirstPerson => Tag::Pron,
        Class::Preposition if word.span.len() >= LONG && follows_determiner(words, at) => Tag::Adj,
        // "have given aid"
        Class::Preposition if !word.lexeme.forms.is_none() && at > 0 && matches!(words[at - 1].tag, Tag::Have | Tag::Be) => Tag::Verb,
        Class::Preposition => Tag::Prep,
        Class::To => Tag::To,
        Class::Coordinator => Tag::Coord,
        Class::Subordinator => Tag::Sub,
        Class::That => Tag::That,
        Class::Relative => Tag::Rel,
        Class::Modal => Tag::Modal,
        Class::Be => Tag::Be,
        Class::Have => Tag::Have,
        Class::Do => Tag::Do,
        Class::Not => Tag::Not,
        Class::Adverb if is_adverb_as_verb(words, at) => Tag::Verb,
        Class::Adverb => Tag::Adv,
        // "have both rejected"
        Class::Correlative if at > 0 && matches!(words[at - 1].tag, Tag::Have | Tag::Be | Tag::Modal) && has_participle(words, at + 1) => {
            Tag::Adv
        }
        Class::Correlative => Tag::Det,
        Class::BeforeTo if words.get(at + 1).is_some_and(|next| next.lexeme.class == Class::To) => Tag::Prep,
        Class::BeforeTo => Tag::Adj,
        Class::One if words.get(at + 1).is_some_and(is_counted) => Tag::Num,
        Class::One => Tag::Pron,
        Class::Neither if denies_verb(words, at) => Tag::Not,
        Class::Neither => Tag::Det,
        Class::Calendar if word.capital || word.lexeme.forms.is_none() => Tag::Noun,
        Class::Calendar => open_guess(words, at),
        Class::Open => open_guess(words, at),
    }
}

/// "one refugee", "one million": not "one of", "one is".
fn is_counted(word: &Word) -> bool {
    let open =
        word.lexeme.class == Class::Open && word.mention.is_none() && !matches!(word.tag, Tag::Comma | Tag::Break | Tag::Open | Tag::Close);
    word.tag == Tag::Num || open && (word.lexeme.forms.is_none() || word.lexeme.noun != 0)
}

fn has_participle(words: &[Word], at: usize) -> bool {
    let forms = words.get(at).filter(|word| word.mention.is_none()).map(|word| word.lexeme.forms);
    forms.is_some_and(|forms| forms.has(Forms::PARTICIPLE) || forms.has(Forms::ING))
}

/// Shorter prepositions are never adjectives: "most of", but "the above".
const LONG: usize = 4;

fn follows_determiner(words: &[Word], at: usize) -> bool {
    at > 0 && words[at - 1].tag == Tag::Det && words[at - 1].lexeme.class == Class::Determiner
}

/// "has neither endorsed nor", "neither reopened the road nor": a negation of the verb after it, not of a noun.
fn denies_verb(words: &[Word], at: usize) -> bool {
    let auxiliary = at > 0 && matches!(words[at - 1].tag, Tag::Have | Tag::Be | Tag::Modal | Tag::Do);
    let verb = words
        .get(at + 1)
        .filter(|next| next.mention.is_none())
        .map(|next| next.lexeme.forms);
    auxiliary || verb.is_some_and(|forms| forms.has(Forms::PAST) || forms.has(Forms::THIRD) && words[at + 1].lexeme.class == Class::Open)
}

/// "to back the plan": an adverb that is a verb after "to" or a modal, before its object.
fn is_adverb_as_verb(words: &[Word], at: usize) -> bool {
    let opens_object =
        |word: &Word| word.mention.is_some() || matches!(word.lexeme.class, Class::Determiner | Class::Possessive | Class::Pronoun);
    words[at].lexeme.forms.has(Forms::BASE)
        && at > 0
        && matches!(words[at - 1].tag, Tag::To | Tag::Modal)
        && words.get(at + 1).is_some_and(opens_object)
}

fn open_guess(words: &[Word], at: usize) -> Tag {
    let word = &words[at];
    // "last year", which does not last.
    let dates = word.lexeme.when == When::Deictic && !word.capital;
    if dates && words.get(at + 1).is_some_and(|next| next.lexeme.when != When::No) {
        return Tag::Adj;
    }
    let inside = at > 0 && words[at - 1].tag != Tag::Break;
    if word.capital && inside && !word.quoted {
        return Tag::Name;
    }
    if ends_theme(words, at) {
        return Tag::Noun;
    }
    if !word.lexeme.forms.is_none() {
        return Tag::Verb;
    }
    if word.lexeme.adjective {
        return Tag::Adj;
    }
    if word.lexeme.noun == 0 && word.lexeme.form == 0 && word.capital {
        return Tag::Name;
    }
    Tag::Noun
}

/// "drug trafficking": a gerund at the end of the name of a threat.
fn ends_theme(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    word.theme.is_some() && word.lexeme.forms.has(Forms::ING) && at > 0 && words[at - 1].theme == word.theme
}

/// "the claim that", "said that": a clause follows; "groups that fight": a relative clause; "that country": an article.
fn that(words: &[Word], at: usize) -> Tag {
    let next = words.get(at + 1);
    let before = at.checked_sub(1).map(|before| words[before].tag);
    if matches!(before, Some(Tag::Prep)) {
        return if next.is_some_and(|n| matches!(n.tag, Tag::Noun | Tag::Adj)) {
            Tag::Det
        } else {
            Tag::Pron
        };
    }
    let verbal = next.is_some_and(|next| next.tag.is_verbal() || next.tag == Tag::Adv);
    match before {
        Some(Tag::Noun | Tag::Name | Tag::Comma | Tag::Pron) if verbal => Tag::Rel,
        None | Some(Tag::Coord | Tag::Break | Tag::Comma) if verbal => Tag::Pron,
        _ => Tag::That,
    }
}
