//! As a fact or otherwise: modal verbs, conditions and what hangs on them, plans, requests, hedges.

use super::chunks::ChunkKind;
use super::clauses::VerbClasses;
use super::cues::Patterns;
use super::frames::Draft;
use super::parse::Parse;
use super::vocabulary::{Sym, Vocabulary};
use super::words::{Tag, Word};
use crate::result::Modality;

/// Modal verbs by how they mean their verb; what somebody ought to do is no fact.
const MODALS: &[(&str, Modality)] = &[
    ("may", Modality::Possible),
    ("might", Modality::Possible),
    ("could", Modality::Possible),
    ("can", Modality::Possible),
    ("should", Modality::Possible),
    ("must", Modality::Possible),
    ("ought", Modality::Possible),
    ("would", Modality::Conditional),
    ("will", Modality::Future),
    ("shall", Modality::Future),
];

/// Words that open a condition.
const CONDITIONS: &[&str] = &[
    "if",
    "unless",
    "provided that",
    "providing",
    "assuming",
    "supposing",
    "as long as",
    "so long as",
    "on condition that",
    "in case",
    "in the event of",
    "in the event that",
];

/// Nouns before "of" and a deed that may come: "the threat of a Russian attack".
const POTENTIAL: &str = "chance danger fear fears likelihood possibility probability prospect risk spectre specter threat";

/// The words by which modality is told.
#[derive(Default)]
pub struct Moods {
    modals: Vec<(Sym, Modality)>,
    conditions: Vec<Vec<Sym>>,
    potential: Vec<Sym>,
    even: Sym,
    of: Sym,
}

impl Moods {
    /// Numbers the words.
    pub fn compile(vocabulary: &mut Vocabulary) -> Self {
        Self {
            modals: MODALS.iter().map(|(word, modality)| (vocabulary.intern(word), *modality)).collect(),
            conditions: CONDITIONS.iter().map(|phrase| vocabulary.intern_all(phrase)).collect(),
            potential: vocabulary.intern_all(POTENTIAL),
            even: vocabulary.intern("even"),
            of: vocabulary.intern("of"),
        }
    }

    /// The first words of the conditions that the sentence names.
    fn conditions(&self, words: &[Word]) -> Vec<usize> {
        let form = |at: usize| words.get(at).map_or(0, |word| word.lexeme.form);
        let opens = |&at: &usize| {
            let said = |phrase: &Vec<Sym>| phrase.iter().enumerate().all(|(offset, &sym)| form(at + offset) == sym);
            words[at].tag == Tag::Sub && words[at].inverted || self.conditions.iter().any(said)
        };
        // "asked if": a question.
        let asked = |&at: &usize| at > 0 && words[at - 1].tag == Tag::Verb;
        (0..words.len())
            .filter(opens)
            .filter(|at| !asked(at) && is_clause(words, *at))
            .collect()
    }
}

/// How one sentence means what it tells.
pub struct Mood<'a> {
    moods: &'a Moods,
    parse: &'a Parse,
    patterns: &'a Patterns,
    classes: &'a VerbClasses,
    conditions: Vec<usize>,
}

impl<'a> Mood<'a> {
    /// Looks for the conditions of the sentence.
    pub fn new(moods: &'a Moods, parse: &'a Parse, patterns: &'a Patterns, classes: &'a VerbClasses) -> Self {
        Self {
            moods,
            parse,
            patterns,
            classes,
            conditions: moods.conditions(&parse.words),
        }
    }

    /// How the draft is meant, which the sentence presents as uncertain or not.
    pub fn of(&self, draft: &Draft, hedged: bool) -> Modality {
        let parse = self.parse;
        let at = draft
            .verb
            .map_or(draft.hit.first, |verb| parse.chunks[parse.verbs[verb].chunk].first);
        let even = |condition: usize| condition > 0 && parse.words[condition - 1].lexeme.form == self.moods.even;
        let inside = |&condition: &usize| is_inside(parse, condition, at);
        let outcome = |&condition: &usize| !even(condition) && is_outcome(parse, condition, at);
        let planned = || draft.verb.is_some_and(|verb| self.is_planned(verb)) || self.patterns.get(draft.hit).want;
        match draft.verb.and_then(|verb| self.modal(verb)) {
            _ if self.conditions.iter().any(inside) => Modality::Conditional,
            Some(Modality::Future | Modality::Possible) if self.conditions.iter().any(outcome) => Modality::Conditional,
            Some(modality) => modality,
            None if planned() => Modality::Future,
            None if hedged || self.is_asked_for(draft) || self.is_potential(draft.hit.first) => Modality::Possible,
            None => Modality::Asserted,
        }
    }

    /// What the modal verb of a verb makes of it, or that of the verb which governs it: "must stop supporting".
    fn modal(&self, verb: usize) -> Option<Modality> {
        let group = &self.parse.verbs[verb];
        let Some(modal) = group.modal else {
            let governor = self.parse.clauses[verb]
                .governor
                .filter(|&governor| !group.finite && governor < verb);
            return governor.and_then(|governor| self.modal(governor));
        };
        let form = self.parse.words[modal].lexeme.form;
        let mut modals = self.moods.modals.iter();
        modals.find(|(known, _)| *known == form).map(|(_, modality)| *modality)
    }

    /// The main verb that governs an infinitive: "plans to attack".
    fn above_infinitive(&self, verb: usize) -> Option<usize> {
        let governor = self.parse.clauses[verb].governor.filter(|_| self.parse.verbs[verb].infinitive);
        governor.map(|governor| self.parse.verbs[governor].head)
    }

    /// "plans to attack": an infinitive under a verb of wanting.
    fn is_planned(&self, verb: usize) -> bool {
        let wants = |head: usize| self.parse.hits.iter().any(|hit| hit.first == head && self.patterns.get(*hit).want);
        self.above_infinitive(verb).is_some_and(wants)
    }

    /// "called on Iran to support": what somebody is asked to do.
    fn is_asked_for(&self, draft: &Draft) -> bool {
        let above = draft.verb.and_then(|verb| self.above_infinitive(verb));
        above.is_some_and(|head| VerbClasses::is(&self.classes.demand, self.parse.words[head].lexeme.verb))
    }

    /// "the risk of a Russian attack": a noun of possibility right before the group of the cue, with "of".
    fn is_potential(&self, cue: usize) -> bool {
        let chunks = &self.parse.chunks;
        let group = self
            .parse
            .chunk_of(cue)
            .filter(|&group| chunks[group].kind == ChunkKind::Nouns && group >= 2);
        let form = |chunk: usize| self.parse.words[chunks[chunk].head].lexeme.form;
        group.is_some_and(|group| form(group - 1) == self.moods.of && self.moods.potential.contains(&form(group - 2)))
    }
}

/// "if necessary", "for as long as possible" are no conditions; "in the event of war" needs no verb.
fn is_clause(words: &[Word], at: usize) -> bool {
    let mut clause = words[at + 1..]
        .iter()
        .take_while(|word| !matches!(word.tag, Tag::Comma | Tag::Coord | Tag::Break));
    words[at].tag == Tag::Prep || clause.any(|word| word.tag.is_verbal())
}

/// Whether a word lies in the clause that a condition opens: no comma after a verb of it stands between.
fn is_inside(parse: &Parse, condition: usize, at: usize) -> bool {
    let words = &parse.words;
    condition < at && end_of(parse, condition) > at && words[condition..at].iter().all(|word| word.tag != Tag::Break)
}

/// Whether a verb is what hangs on a condition: "if A, then B", "B if A".
fn is_outcome(parse: &Parse, condition: usize, at: usize) -> bool {
    let between = if condition < at { condition..at } else { at..condition };
    let joined = parse.words[between.clone()].iter().all(|word| word.tag != Tag::Break);
    let verbs = parse
        .verbs
        .iter()
        .filter(|verb| verb.finite && between.contains(&verb.head))
        .count();
    let ended = at < condition || end_of(parse, condition) <= at;
    joined && ended && verbs <= 1
}

/// The first comma after the finite verb of the clause that begins at a word, or the sentence's end.
fn end_of(parse: &Parse, first: usize) -> usize {
    let verb = parse
        .verbs
        .iter()
        .find(|verb| verb.head > first && (verb.finite || verb.infinitive));
    let after = verb.map_or(first, |verb| verb.head);
    let comma = parse.words[after..].iter().position(|word| word.tag == Tag::Comma);
    comma.map_or(parse.words.len(), |comma| after + comma)
}
