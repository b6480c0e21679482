//! Part of speech in context: closed classes are known, names are mentions or capitals, verb or noun is decided by the neighbours.

use super::grammar::Class;
use super::vocabulary::Forms;
use super::when::When;
use super::words::{Tag, Word};

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

/// A word that can be a verb, by its neighbours.
fn verb_or_not(words: &[Word], at: usize) -> Tag {
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
    let verbal = next.is_some_and(|n| matches!(n.tag, Tag::Verb | Tag::Modal | Tag::Be | Tag::Have | Tag::Do) || n.tag == Tag::Adv);
    match before {
        Some(Tag::Noun | Tag::Name | Tag::Comma | Tag::Pron) if verbal => Tag::Rel,
        None | Some(Tag::Coord | Tag::Break | Tag::Comma) if verbal => Tag::Pron,
        _ => Tag::That,
    }
}
