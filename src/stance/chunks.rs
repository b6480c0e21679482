//! Noun groups and verb groups of a tagged sentence.

use super::grammar::Class;
use super::vocabulary::{Agent, Forms, Sym};
use super::when;
use super::words::{Tag, Word};

/// What a chunk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChunkKind {
    /// A noun group: article to head noun.
    Nouns,
    /// A verb group: auxiliaries to head verb.
    Verbs,
    /// A preposition.
    Prep,
    /// A word that opens a clause: because, that.
    Sub,
    /// who, which, that
    Rel,
    /// and, or, but
    Coord,
    /// A comma.
    Comma,
    /// Semicolon, colon, dash.
    Break,
    /// An adverb outside verb groups.
    Adv,
}

/// A stretch of words.
#[derive(Debug, Clone, Copy)]
pub struct Chunk {
    /// What it is.
    pub kind: ChunkKind,
    /// First word.
    pub first: usize,
    /// Last word.
    pub last: usize,
    /// The word that stands for it: head noun, main verb, the word itself.
    pub head: usize,
    /// For verb groups, its index among them.
    pub verb: usize,
    /// For coordinators: whether a clause with a subject of its own follows, not the rest of a list.
    pub opens_clause: bool,
}

/// What the auxiliaries of a verb group say.
#[derive(Debug, Clone, Copy)]
pub struct VerbGroup {
    /// Index of its chunk.
    pub chunk: usize,
    /// Main verb, or the copula.
    pub head: usize,
    /// Its modal verb.
    pub modal: Option<usize>,
    /// Its "not", "never", "no longer".
    pub negation: Option<usize>,
    /// Begins with "to".
    pub infinitive: bool,
    /// Has tense of its own.
    pub finite: bool,
    /// "was attacked"
    pub passive: bool,
    /// A form that may be past tense or participle, without auxiliary.
    pub bare_participle: bool,
    /// "attacking" without auxiliary.
    pub gerund: bool,
    /// "is", "was", "remained" as main verb.
    pub copula: bool,
}

/// Cuts a tagged sentence into chunks; words in brackets are left out.
pub fn chunk(words: &[Word], chunks: &mut Vec<Chunk>, verbs: &mut Vec<VerbGroup>, links: &[Sym]) {
    chunks.clear();
    verbs.clear();
    let mut at = 0;
    while at < words.len() {
        if words[at].aside {
            at += 1;
            continue;
        }
        let last = match words[at].tag {
            _ if let Some(last) = when::phrase(words, at) => {
                push(chunks, ChunkKind::Adv, at, last, last);
                last
            }
            Tag::Det | Tag::Poss | Tag::Pron | Tag::Num | Tag::Noun | Tag::Name | Tag::Adj => push_nouns(words, at, chunks),
            tag if tag.is_verbal() || tag == Tag::Not => push_verbs(words, at, chunks, verbs, links),
            Tag::To if begins_infinitive(words, at) => push_verbs(words, at, chunks, verbs, links),
            Tag::Adv if begins_verb_group(words, at) => push_verbs(words, at, chunks, verbs, links),
            tag => {
                push(chunks, single(tag), at, at, at);
                at
            }
        };
        at = last + 1;
    }
    for at in 0..chunks.len() {
        chunks[at].opens_clause = chunks[at].kind == ChunkKind::Coord && opens_clause(chunks, verbs, at);
    }
}

/// How many chunks a subject may take up before its verb.
const LONGEST_SUBJECT: usize = 8;

/// "A struck B, and C fought D": whether the coordinator opens a clause rather than ending a list.
fn opens_clause(chunks: &[Chunk], verbs: &[VerbGroup], coordinator: usize) -> bool {
    let kind = |at: usize| chunks.get(at).map(|chunk| chunk.kind);
    let finite = |chunk: &Chunk| chunk.kind == ChunkKind::Verbs && verbs[chunk.verb].finite;
    if kind(coordinator + 1) != Some(ChunkKind::Nouns) {
        return false;
    }
    let before = &chunks[..coordinator];
    if before.last().is_some_and(|chunk| chunk.kind == ChunkKind::Comma) {
        let third = coordinator >= 3 && kind(coordinator - 2) == Some(ChunkKind::Nouns) && kind(coordinator - 3) == Some(ChunkKind::Comma);
        let follows = chunks[coordinator + 1..]
            .iter()
            .take(LONGEST_SUBJECT)
            .take_while(|chunk| !matches!(chunk.kind, ChunkKind::Coord | ChunkKind::Break | ChunkKind::Sub))
            .any(finite);
        return follows && !third && before.iter().any(finite);
    }
    let mut right = coordinator + 2;
    while kind(right) == Some(ChunkKind::Adv) {
        right += 1;
    }
    let follows = chunks
        .get(right)
        .is_some_and(|chunk| finite(chunk) && !verbs[chunk.verb].bare_participle);
    let clause = before.iter().rev().take_while(|chunk| {
        !matches!(
            chunk.kind,
            ChunkKind::Sub | ChunkKind::Rel | ChunkKind::Break | ChunkKind::Coord | ChunkKind::Comma
        )
    });
    let verb = clause.into_iter().find(|chunk| chunk.kind == ChunkKind::Verbs);
    follows && verb.is_some_and(|chunk| finite(chunk) && !verbs[chunk.verb].bare_participle)
}

fn single(tag: Tag) -> ChunkKind {
    match tag {
        Tag::To | Tag::Prep => ChunkKind::Prep,
        Tag::Sub | Tag::That => ChunkKind::Sub,
        Tag::Rel => ChunkKind::Rel,
        Tag::Coord => ChunkKind::Coord,
        Tag::Comma => ChunkKind::Comma,
        Tag::Adv => ChunkKind::Adv,
        _ => ChunkKind::Break,
    }
}

fn push(chunks: &mut Vec<Chunk>, kind: ChunkKind, first: usize, last: usize, head: usize) {
    chunks.push(Chunk {
        kind,
        first,
        last,
        head,
        verb: usize::MAX,
        opens_clause: false,
    });
}

/// From the article to the head noun; a second article, a pronoun or a verb ends it.
fn push_nouns(words: &[Word], first: usize, chunks: &mut Vec<Chunk>) -> usize {
    if words[first].tag == Tag::Pron && !words[first].possessive {
        push(chunks, ChunkKind::Nouns, first, first, first);
        return first;
    }
    let mut last = first;
    let mut head = first;
    let mut at = first + 1;
    while let Some(word) = words.get(at) {
        let previous = words[at - 1].tag;
        let goes_on = match word.tag {
            _ if word.aside => true,
            _ if when::phrase(words, at).is_some() => false,
            Tag::Name if word.lexeme.class != Class::Calendar && is_date(words, first, at) => false,
            Tag::Noun if word.lexeme.class != Class::Calendar && words[at - 1].tag == Tag::Num && is_date(words, first, at) => false,
            Tag::Num if counts_on(words, at) => false,
            Tag::Noun | Tag::Name | Tag::Num => true,
            Tag::Adj => {
                !matches!(previous, Tag::Noun | Tag::Name)
                    || words[at - 1].possessive
                    || word.glued
                    || words[at - 1].adjectival
                    || joins_noun(words, at)
            }
            Tag::Det | Tag::Poss => matches!(previous, Tag::Det),
            Tag::Adv => {
                matches!(previous, Tag::Det | Tag::Poss) && words.get(at + 1).is_some_and(|next| matches!(next.tag, Tag::Adj | Tag::Noun))
            }
            Tag::Coord => joins_modifiers(words, at),
            Tag::Comma => joins_demonyms(words, at),
            Tag::Verb => words[at - 1].possessive && words.get(at + 1).is_some_and(|next| next.tag == Tag::Noun),
            _ => false,
        };
        if !goes_on {
            break;
        }
        if !word.aside {
            last = at;
        }
        at += 1;
    }
    for (index, word) in words.iter().enumerate().take(last + 1).skip(first) {
        if matches!(word.tag, Tag::Noun | Tag::Name | Tag::Num | Tag::Pron)
            && !word.aside
            && !(word.tag == Tag::Num && matches!(words[head].tag, Tag::Noun | Tag::Name))
        {
            head = index;
        }
    }
    if !matches!(words[head].tag, Tag::Noun | Tag::Name | Tag::Num | Tag::Pron) {
        head = last;
    }
    push(chunks, ChunkKind::Nouns, first, last, head);
    last
}

/// "gave Chad 200 lorries": a number after a name that counts what follows begins a noun group of its own.
fn counts_on(words: &[Word], at: usize) -> bool {
    let named = words[at - 1].mention.is_some() && !words[at - 1].possessive && !words[at - 1].adjectival && !words[at].glued;
    let counted = words[at..].iter().find(|word| word.tag != Tag::Num);
    named && words[at].mention.is_none() && counted.is_some_and(|next| next.tag == Tag::Noun && next.mention.is_none())
}

/// An adjective after a noun belongs to it only if a noun follows: "Taliban religious leaders".
fn joins_noun(words: &[Word], at: usize) -> bool {
    words.get(at + 1).is_some_and(|next| matches!(next.tag, Tag::Noun))
}

/// "political and economic ties", "Russian and Chinese officials".
fn joins_modifiers(words: &[Word], at: usize) -> bool {
    let (before, Some(next)) = (&words[at - 1], words.get(at + 1)) else {
        return false;
    };
    let noun_follows = words.get(at + 2).is_some_and(|word| matches!(word.tag, Tag::Noun | Tag::Adj));
    match (before.tag, next.tag) {
        (Tag::Adj, Tag::Adj | Tag::Noun) => noun_follows,
        (Tag::Name, Tag::Name) => next.adjectival && noun_follows && !before.possessive,
        _ => false,
    }
}

/// "Polish, Lithuanian and British investigators": a comma between adjectives of one noun.
fn joins_demonyms(words: &[Word], comma: usize) -> bool {
    let demonym = |at: usize| {
        words
            .get(at)
            .is_some_and(|word| word.tag == Tag::Name && word.adjectival && !word.possessive)
    };
    let mut at = comma;
    while demonym(at + 1) && words.get(at).is_some_and(|word| word.tag == Tag::Comma) {
        at += 2;
    }
    at > comma && demonym(comma - 1) && words.get(at).is_some_and(|word| word.tag == Tag::Coord) && joins_modifiers(words, at)
}

/// "On 1 January 2024 Ethiopia", "in March Poland", "in 2021 Minsk": whether the words up to a name say when.
fn is_date(words: &[Word], first: usize, name: usize) -> bool {
    let date = &words[first..name];
    let calendar = |word: &Word| word.lexeme.class == Class::Calendar;
    let year = date
        .last()
        .is_some_and(|word| word.tag == Tag::Num && word.span.len() == YEAR_LENGTH);
    let after_preposition = first > 0 && words[first - 1].tag == Tag::Prep;
    let said = date.iter().any(calendar) || year && after_preposition && date.len() == 1;
    let whole = date
        .iter()
        .enumerate()
        .all(|(at, word)| calendar(word) || word.tag == Tag::Num || at == 0 && word.tag == Tag::Adj);
    said && whole && !words[name - 1].possessive
}

/// Digits of a year.
const YEAR_LENGTH: usize = 4;

fn begins_infinitive(words: &[Word], at: usize) -> bool {
    let next = words[at + 1..].iter().find(|word| !matches!(word.tag, Tag::Adv | Tag::Not));
    next.is_some_and(|word| {
        matches!(word.tag, Tag::Be | Tag::Have | Tag::Do) && !word.lexeme.forms.has(Forms::THIRD)
            || word.tag == Tag::Verb && word.lexeme.forms.has(Forms::BASE)
    })
}

fn begins_verb_group(words: &[Word], at: usize) -> bool {
    let next = words[at..].iter().find(|word| !matches!(word.tag, Tag::Adv));
    next.is_some_and(|word| word.tag.is_verbal() || word.tag == Tag::Not)
}

/// From the first auxiliary to the main verb.
fn push_verbs(words: &[Word], first: usize, chunks: &mut Vec<Chunk>, verbs: &mut Vec<VerbGroup>, links: &[Sym]) -> usize {
    let mut group = VerbGroup {
        chunk: chunks.len(),
        head: first,
        modal: None,
        negation: None,
        infinitive: false,
        finite: false,
        passive: false,
        bare_participle: false,
        gerund: false,
        copula: false,
    };
    let (mut last, mut be, mut have, mut auxiliary) = (first, false, false, false);
    for (at, word) in words.iter().enumerate().skip(first) {
        let form = word.lexeme.forms;
        match word.tag {
            _ if word.aside => break,
            Tag::Adv if verb_follows(words, at) => {}
            Tag::To if at == first => group.infinitive = true,
            Tag::Modal => (group.modal, group.finite, auxiliary) = (Some(at), true, true),
            Tag::Do => (group.finite, auxiliary) = (true, true),
            Tag::Be => {
                be = true;
                group.copula = true;
                group.finite |= form.has(Forms::THIRD)
                    || form.has(Forms::PAST)
                    || !auxiliary && !group.infinitive && !form.has(Forms::ING) && !form.has(Forms::PARTICIPLE);
                auxiliary = true;
            }
            Tag::Have => {
                (have, group.finite) = (true, group.finite || !auxiliary && !group.infinitive && !form.has(Forms::ING));
                group.gerund |= form.has(Forms::ING) && !auxiliary;
                auxiliary = true;
            }
            Tag::Not => group.negation = Some(at),
            Tag::Verb if at == first || last < at => {
                finish(&mut group, word, be, have, auxiliary);
                group.head = at;
                group.copula = links.contains(&word.lexeme.verb);
                last = at;
                break;
            }
            _ => break,
        }
        group.head = at;
        last = at;
    }
    group.copula &= !group.passive;
    chunks.push(Chunk {
        kind: ChunkKind::Verbs,
        first,
        last,
        head: group.head,
        verb: verbs.len(),
        opens_clause: false,
    });
    verbs.push(group);
    last
}

fn verb_follows(words: &[Word], at: usize) -> bool {
    let next = words[at..].iter().find(|word| !matches!(word.tag, Tag::Adv | Tag::Not));
    next.is_some_and(|word| matches!(word.tag, Tag::Verb | Tag::Be | Tag::Have | Tag::Do | Tag::Modal))
}

fn finish(group: &mut VerbGroup, verb: &Word, be: bool, have: bool, auxiliary: bool) {
    let form = verb.lexeme.forms;
    let participle = form.has(Forms::PARTICIPLE);
    if auxiliary {
        group.passive = be && participle && !form.has(Forms::ING);
        return;
    }
    group.gerund = form.has(Forms::ING) && !form.has(Forms::BASE);
    group.bare_participle = participle && !have && !group.infinitive && (!form.has(Forms::BASE));
    group.finite = !group.infinitive && !group.gerund && (form.has(Forms::THIRD) || form.has(Forms::PAST) || form.has(Forms::BASE));
}

/// Whether the noun group's head acts for whom it belongs to.
pub fn is_agent(word: &Word) -> bool {
    word.lexeme.agent != Agent::No
}
