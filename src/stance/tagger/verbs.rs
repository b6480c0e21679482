//! Whether a word that can be a verb is one, told by its neighbours.

use crate::stance::grammar::Class;
use crate::stance::vocabulary::Forms;
use crate::stance::words::{Tag, Word};

/// A word that can be a verb, by its neighbours.
pub(super) fn verb_or_not(words: &[Word], at: usize) -> Tag {
    if words[at].inverted {
        return Tag::Verb;
    }
    let word = &words[at];
    let forms = word.lexeme.forms;
    let nominal = word.lexeme.noun != 0;
    let before = at.checked_sub(1).map(|before| &words[before]);
    let next = words.get(at + 1);
    if word.glued {
        return if forms.has(Forms::ING) || forms.has(Forms::PAST) || forms.has(Forms::PARTICIPLE) {
            Tag::Adj
        } else {
            Tag::Noun
        };
    }
    let (host, skipped) = host(words, at);
    let after_determiner = before.is_some_and(|b| b.possessive || matches!(b.tag, Tag::Det | Tag::Poss | Tag::Num));
    if forms.has(Forms::ING) && !forms.has(Forms::BASE) {
        // "a memorandum of understanding"
        if nominal && before.is_some_and(|b| b.tag == Tag::Prep) && next.is_none_or(|n| !starts_phrase(n) && !starts_bare_noun(n)) {
            return Tag::Noun;
        }
        let inside =
            before.is_some_and(|b| matches!(b.tag, Tag::Noun | Tag::Adj)) && next.is_some_and(starts_bare_noun) && in_noun_group(words, at);
        return if after_determiner || inside || before.is_some_and(|b| b.tag == Tag::Adj) {
            inner_noun(next, Tag::Noun)
        } else {
            Tag::Verb
        };
    }
    if forms.has(Forms::PAST) || forms.has(Forms::PARTICIPLE) {
        if matches!(host, Some(Tag::Be | Tag::Have)) {
            return Tag::Verb;
        }
        // No article follows an adjective: "the firm announced a plant".
        let takes_object = next.is_some_and(|n| matches!(n.tag, Tag::Det | Tag::Poss | Tag::That));
        if after_determiner || before.is_some_and(|b| matches!(b.tag, Tag::Adj)) && !takes_object {
            return if forms.has(Forms::BASE) || nominal {
                inner_noun(next, Tag::Noun)
            } else {
                Tag::Adj
            };
        }
        let bare_noun = next.is_some_and(starts_bare_noun) && !forms.has(Forms::BASE);
        if bare_noun && (before.is_some_and(|b| matches!(b.tag, Tag::Prep | Tag::Verb)) || at > 1 && is_compound_of_phrase(words, at - 1)) {
            return Tag::Adj;
        }
        if !(forms.has(Forms::BASE) && nominal) {
            return Tag::Verb;
        }
    }
    if matches!(host, Some(Tag::Modal | Tag::Do)) {
        return Tag::Verb;
    }
    if is_adjective_here(word, host, next) {
        return Tag::Adj;
    }
    if after_determiner {
        // "Article 7 states that"
        let states = before.is_some_and(|b| b.tag == Tag::Num) && forms.has(Forms::THIRD) && next.is_some_and(|n| n.tag == Tag::That);
        return if states { Tag::Verb } else { Tag::Noun };
    }
    if !nominal {
        let singular_name = before.is_some_and(|b| b.mention.is_some() && !b.lexeme.plural)
            && forms.has(Forms::BASE)
            && !forms.has(Forms::PAST)
            && !(at > 1 && matches!(words[at - 2].tag, Tag::Coord | Tag::Det))
            && next.is_none_or(|n| !starts_phrase(n) || n.tag == Tag::To)
            && !no_other_verb(words, at);
        let bare = forms.has(Forms::THIRD) || forms.has(Forms::BASE) && !forms.has(Forms::PAST);
        // "brandished axes", "of shuttle talks"
        let ends = next.is_none_or(|n| !starts_phrase(n) && !starts_bare_noun(n));
        let after_verb = bare && before.is_some_and(|b| b.tag == Tag::Verb && forms.has(Forms::THIRD) && ends || b.tag == Tag::Prep);
        return if singular_name || after_verb || before.is_some_and(|b| b.tag == Tag::Adj) && next.is_none_or(|n| !starts_phrase(n)) {
            Tag::Noun
        } else {
            Tag::Verb
        };
    }
    match host {
        Some(Tag::To) => {
            if forms.has(Forms::BASE) {
                Tag::Verb
            } else {
                Tag::Noun
            }
        }
        Some(Tag::Pron) => {
            if before_is_subject(words, at - 1 - skipped) {
                Tag::Verb
            } else {
                Tag::Noun
            }
        }
        // "fears that gas would run out": the subject of the clause.
        Some(Tag::That) if next.is_some_and(|n| matches!(n.tag, Tag::Modal | Tag::Be | Tag::Have | Tag::Do | Tag::Rel)) => Tag::Noun,
        Some(Tag::Rel | Tag::That) => Tag::Verb,
        Some(Tag::Name | Tag::Noun) => after_noun(words, at, at - 1 - skipped),
        Some(Tag::Coord) if skipped > 0 && forms.has(Forms::THIRD) && next.is_some_and(starts_phrase) => Tag::Verb,
        Some(Tag::Coord) => after_coordinator(words, at - 1 - skipped, forms),
        Some(Tag::Comma) if next.is_some_and(starts_phrase) && (continues_verbs(words, at) || resumes_subject(words, at)) => Tag::Verb,
        Some(Tag::Not) => Tag::Verb,
        _ => Tag::Noun,
    }
}

/// "is clear about", "an open door", "direct talks": an adjective that could be a verb.
fn is_adjective_here(word: &Word, host: Option<Tag>, next: Option<&Word>) -> bool {
    let forms = word.lexeme.forms;
    let attribute = next.is_some_and(|next| starts_bare_noun(next) || next.mention.is_some() && matches!(host, Some(Tag::Det | Tag::Poss)))
        && !matches!(host, Some(Tag::To | Tag::Not | Tag::Pron));
    word.lexeme.adjective && forms.has(Forms::BASE) && !forms.has(Forms::PAST) && (attribute || host == Some(Tag::Be))
}

/// "of state sponsored groups": a bare noun right after a preposition, before its participle.
fn is_compound_of_phrase(words: &[Word], noun: usize) -> bool {
    let first = (0..=noun)
        .rev()
        .take_while(|&at| at == noun || words[at + 1].glued)
        .last()
        .unwrap_or(noun);
    is_bare_modifier(words, noun) && first > 0 && words[first - 1].tag == Tag::Prep
}

/// Whether an article or possessor stands a few words before, with nothing but nouns and adjectives between.
fn in_noun_group(words: &[Word], at: usize) -> bool {
    let opener = words[..at]
        .iter()
        .rev()
        .take(4)
        .find(|word| !matches!(word.tag, Tag::Noun | Tag::Adj) || word.possessive);
    opener.is_some_and(|word| word.possessive || matches!(word.tag, Tag::Det | Tag::Poss))
}

/// The word before, over adverbs and "not"; and how many were passed over.
fn host(words: &[Word], at: usize) -> (Option<Tag>, usize) {
    let mut skipped = 0;
    for word in words[..at].iter().rev() {
        match word.tag {
            Tag::Adv | Tag::Not if skipped < 3 => skipped += 1,
            tag => return (Some(tag), skipped),
        }
    }
    (None, skipped)
}

fn inner_noun(next: Option<&Word>, otherwise: Tag) -> Tag {
    if next.is_some_and(starts_bare_noun) { Tag::Adj } else { otherwise }
}

/// Whether a noun without an article begins here.
fn starts_bare_noun(word: &Word) -> bool {
    word.mention.is_none() && matches!(word.tag, Tag::Noun | Tag::Adj) || word.tag == Tag::Verb && word.lexeme.noun != 0
}

/// Whether something that follows a verb begins here.
fn starts_phrase(word: &Word) -> bool {
    matches!(
        word.tag,
        Tag::Det | Tag::Poss | Tag::Pron | Tag::Name | Tag::Num | Tag::To | Tag::That | Tag::Adj
    )
}

fn before_is_subject(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    !matches!(word.lexeme.class, Class::Reciprocal) && !at.checked_sub(1).is_some_and(|b| matches!(words[b].tag, Tag::Prep | Tag::To))
}

/// "Russia supports the", "officials fear that": a verb; "Taliban attacks on": a noun.
fn after_noun(words: &[Word], at: usize, noun: usize) -> Tag {
    let (word, next) = (&words[at], words.get(at + 1));
    if is_bare_modifier(words, noun) && !next.is_some_and(opens_object) {
        return Tag::Noun;
    }
    // "opposing the US attempts to": the object of a gerund.
    let article = words[..noun]
        .iter()
        .rposition(|word| !matches!(word.tag, Tag::Adj | Tag::Name | Tag::Noun));
    let gerund = article.and_then(|at| at.checked_sub(1)).map(|at| &words[at]);
    if next.is_some_and(|next| next.tag == Tag::To)
        && article.is_some_and(|at| words[at].tag == Tag::Det)
        && gerund.is_some_and(|word| word.tag == Tag::Verb && word.lexeme.forms.has(Forms::ING))
    {
        return Tag::Noun;
    }
    let plural = words[noun].lexeme.plural || noun > 1 && words[noun - 1].tag == Tag::Coord && words[noun - 2].tag == Tag::Name;
    let listed = noun > 1 && words[noun - 1].tag == Tag::Coord && words[noun - 2].tag == Tag::Name && !words[noun].adjectival;
    if listed
        && !words[noun].possessive
        && word.lexeme.forms.has(Forms::BASE)
        && next.is_some_and(|n| starts_phrase(n) || n.tag == Tag::Noun)
        && no_other_verb(words, at)
    {
        return Tag::Verb;
    }
    let agrees = word.lexeme.forms.has(Forms::THIRD) != (plural && words[noun].mention.is_none());
    // "pays part of", but not "gains worry Chad"
    let part = words.get(at + 2).is_some_and(|word| word.tag == Tag::Prep);
    let bare = |n: &Word| n.tag == Tag::Noun || part && n.tag == Tag::Verb && n.lexeme.noun != 0 && n.lexeme.forms.has(Forms::BASE);
    let verbal = next.is_some_and(|n| starts_phrase(n) || bare(n) && !word.lexeme.forms.has(Forms::BASE));
    let only = next.is_some_and(|n| n.tag == Tag::Prep) && no_other_verb(words, at);
    let common_plural = words[noun].lexeme.plural && words[noun].mention.is_none() && agrees && next.is_some_and(|n| n.tag == Tag::Prep);
    let named_group = words[noun].mention.is_some() && !words[noun].possessive && is_group_with_base_form(words, at, noun);
    let coordinated = word.lexeme.forms.has(Forms::THIRD) && words[noun].mention.is_some() && is_beside_verb(words, at);
    let invariant =
        word.lexeme.forms.has(Forms::PAST) && !words[noun].possessive && next.is_some_and(|n| n.tag != Tag::Noun || n.mention.is_some());
    // "demanded that French troops leave": the clause has no other verb.
    let clause = next.is_none_or(|next| matches!(next.tag, Tag::Comma | Tag::Break | Tag::Coord | Tag::Prep)) && follows_that(words, at);
    if named_group
        || clause && agrees && !words[noun].adjectival && no_other_verb(words, at)
        || invariant && no_other_verb(words, at)
        || agrees && !words[noun].adjectival && (verbal || only || common_plural || coordinated)
    {
        Tag::Verb
    } else {
        Tag::Noun
    }
}

/// "cell phones", "extremist groups": a singular noun without an article does not head a subject, unless its object follows.
fn is_bare_modifier(words: &[Word], noun: usize) -> bool {
    let word = &words[noun];
    let common = word.tag == Tag::Noun && word.mention.is_none() && !word.lexeme.plural && !word.capital && !word.possessive;
    let opener = words[..noun].iter().rev().find(|word| !matches!(word.tag, Tag::Adj | Tag::Noun));
    common && !opener.is_some_and(|word| word.possessive || matches!(word.tag, Tag::Det | Tag::Poss | Tag::Num))
}

fn opens_object(word: &Word) -> bool {
    matches!(word.tag, Tag::Det | Tag::Poss | Tag::Pron | Tag::That) && !word.such
}

/// "The Taliban profit from it", "the Greens oppose the law": a name that takes the plural form of a verb.
fn is_group_with_base_form(words: &[Word], at: usize, noun: usize) -> bool {
    let group = words[noun].lexeme.plural || noun > 0 && words[noun - 1].tag == Tag::Det && !words[noun].adjectival;
    let object = words.get(at + 1).is_some_and(|next| {
        let bare = words[noun].lexeme.plural && matches!(next.tag, Tag::Adj | Tag::Noun);
        bare || matches!(next.tag, Tag::Det | Tag::Poss | Tag::Pron | Tag::Name | Tag::Prep)
    });
    group && object && words[at].lexeme.forms.has(Forms::BASE) && no_other_verb(words, at)
}

/// "trains and equips": a verb of the same form follows "and".
fn is_beside_verb(words: &[Word], at: usize) -> bool {
    let (Some(and), Some(other)) = (words.get(at + 1), words.get(at + 2)) else {
        return false;
    };
    and.tag == Tag::Coord && other.lexeme.noun == 0 && other.lexeme.forms == words[at].lexeme.forms
}

/// "condemn and oppose", "opposes any deal but supports the talks": the same as the verb before "and".
fn after_coordinator(words: &[Word], coordinator: usize, forms: Forms) -> Tag {
    let before = words[..coordinator].iter().rev().find(|word| word.tag != Tag::Adv);
    let object = words
        .get(coordinator + 2)
        .is_some_and(|next| matches!(next.tag, Tag::Det | Tag::Poss | Tag::Pron | Tag::Name));
    let ends = |word: &&Word| !matches!(word.tag, Tag::Sub | Tag::Rel | Tag::Break);
    let earlier = words[..coordinator]
        .iter()
        .rev()
        .take_while(ends)
        .find(|word| word.tag == Tag::Verb);
    if object && forms.has(Forms::THIRD) && earlier.is_some_and(|verb| verb.lexeme.forms == forms) {
        return Tag::Verb;
    }
    match before {
        Some(word)
            if word.tag == Tag::Verb && (word.lexeme.forms == forms || word.lexeme.forms.has(Forms::BASE) && forms.has(Forms::BASE)) =>
        {
            Tag::Verb
        }
        _ => Tag::Noun,
    }
}

/// "rejects any change, fears the loss and has backed": a verb in a list of verbs of the same form.
fn continues_verbs(words: &[Word], at: usize) -> bool {
    let forms = words[at].lexeme.forms;
    let ends = |word: &&Word| !matches!(word.tag, Tag::Sub | Tag::Rel | Tag::That | Tag::Break);
    let earlier = words[..at]
        .iter()
        .rev()
        .take_while(ends)
        .find(|word| word.tag == Tag::Verb && word.lexeme.noun == 0);
    let goes_on = words[at + 1..].iter().take_while(ends).any(|word| word.tag == Tag::Coord);
    goes_on && forms.has(Forms::THIRD) && earlier.is_some_and(|verb| verb.lexeme.forms.has(Forms::THIRD))
}

/// "Ghana, so far spared, hosts": a verb after what stands between two commas behind the name that opens the sentence.
fn resumes_subject(words: &[Word], at: usize) -> bool {
    let Some(open) = words[..at]
        .iter()
        .position(|word| word.tag == Tag::Comma)
        .filter(|open| open + 1 < at)
    else {
        return false;
    };
    let subject = words[..open]
        .iter()
        .all(|word| matches!(word.tag, Tag::Name | Tag::Det | Tag::Adj | Tag::Noun))
        && open > 0
        && words[open - 1].mention.is_some();
    let closed = |word: &Word| match word.tag {
        Tag::Verb => word.lexeme.forms.has(Forms::PARTICIPLE) && !word.lexeme.forms.has(Forms::BASE),
        Tag::Comma | Tag::Coord | Tag::Modal | Tag::Be | Tag::Have | Tag::Do | Tag::Rel | Tag::Break => false,
        _ => true,
    };
    let Some(close) = words[..at]
        .iter()
        .rposition(|word| word.tag != Tag::Adv)
        .filter(|&close| close > open + 1)
    else {
        return false;
    };
    let aside = words[open + 1..close].iter().all(closed);
    subject && words[at].lexeme.forms.has(Forms::THIRD) && words[close].tag == Tag::Comma && aside
}

/// Whether the clause of a word is opened by "that".
fn follows_that(words: &[Word], at: usize) -> bool {
    let opener = words[..at]
        .iter()
        .rev()
        .find(|word| matches!(word.tag, Tag::Sub | Tag::Rel | Tag::That | Tag::Break | Tag::Comma | Tag::Verb));
    opener.is_some_and(|word| word.tag == Tag::That)
}

fn no_other_verb(words: &[Word], at: usize) -> bool {
    let ends = |word: &&Word| !matches!(word.tag, Tag::Sub | Tag::Rel | Tag::That | Tag::Break | Tag::Comma);
    let auxiliary = |word: &Word| matches!(word.tag, Tag::Modal | Tag::Be | Tag::Have | Tag::Do);
    let earlier = words[..at]
        .iter()
        .rev()
        .take_while(ends)
        .any(|word| word.tag == Tag::Verb || auxiliary(word));
    // What follows is not tagged for good yet: "fight federal troops".
    let later = words[at + 1..]
        .iter()
        .take_while(ends)
        .any(|word| word.tag == Tag::Verb && word.lexeme.noun == 0 || auxiliary(word));
    !earlier && !later
}
