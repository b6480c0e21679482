//! As a fact or otherwise: modal verbs, conditions and what hangs on them, plans, requests, hedges.

use super::chunks::ChunkKind;
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
const POTENTIAL: &[&str] = &[
    "chance",
    "danger",
    "fear",
    "fears",
    "likelihood",
    "possibility",
    "probability",
    "prospect",
    "risk",
    "spectre",
    "specter",
    "threat",
];

/// The words by which modality is told.
#[derive(Default)]
pub struct Moods {
    modals: Vec<(Sym, Modality)>,
    conditions: Vec<Vec<Sym>>,
    potential: Vec<Sym>,
    even: Sym,
    of: Sym,
    /// Verbs whose infinitive is asked for, by lemma.
    asking: Vec<Sym>,
}

impl Moods {
    /// Numbers the words.
    pub fn compile(vocabulary: &mut Vocabulary) -> Self {
        let mut sym = |word: &str| vocabulary.intern(word);
        Self {
            modals: MODALS.iter().map(|(word, modality)| (sym(word), *modality)).collect(),
            conditions: CONDITIONS.iter().map(|phrase| phrase.split(' ').map(&mut sym).collect()).collect(),
            potential: POTENTIAL.iter().map(|word| sym(word)).collect(),
            even: sym("even"),
            of: sym("of"),
            asking: super::grammar::DEMAND.split_whitespace().map(&mut sym).collect(),
        }
    }

    /// How the sentence means the draft, which it presents as uncertain or not.
    pub fn modality(&self, parse: &Parse, patterns: &Patterns, draft: &Draft, hedged: bool) -> Modality {
        let verb = draft.verb.map(|verb| &parse.verbs[verb]);
        let at = verb.map_or(draft.hit.first, |verb| parse.chunks[verb.chunk].first);
        let modal = draft.verb.and_then(|verb| self.modal(parse, verb));
        let conditions = self.conditions(&parse.words);
        let even = |condition: usize| condition > 0 && parse.words[condition - 1].lexeme.form == self.even;
        let outcome = |&condition: &usize| !even(condition) && is_outcome(parse, condition, at);
        let wants = patterns.get(draft.hit).want;
        match modal {
            _ if conditions.iter().any(|&condition| is_inside(parse, condition, at)) => Modality::Conditional,
            Some(Modality::Future | Modality::Possible) if conditions.iter().any(outcome) => Modality::Conditional,
            Some(modality) => modality,
            None if draft.verb.is_some_and(|verb| is_planned(parse, patterns, verb)) || wants => Modality::Future,
            None if hedged || self.is_asked_for(parse, draft) || self.is_potential(parse, draft.hit.first) => Modality::Possible,
            None => Modality::Asserted,
        }
    }

    /// What the modal verb of a verb makes of it, or that of the verb which governs it: "must stop supporting".
    fn modal(&self, parse: &Parse, verb: usize) -> Option<Modality> {
        let group = &parse.verbs[verb];
        let Some(modal) = group.modal else {
            let governor = parse.clauses[verb].governor.filter(|&governor| !group.finite && governor < verb);
            return governor.and_then(|governor| self.modal(parse, governor));
        };
        let form = parse.words[modal].lexeme.form;
        self.modals.iter().find(|(known, _)| *known == form).map(|(_, modality)| *modality)
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

    /// "called on Iran to support": what somebody is asked to do.
    fn is_asked_for(&self, parse: &Parse, draft: &Draft) -> bool {
        let infinitive = draft.verb.filter(|&verb| parse.verbs[verb].infinitive);
        let governor = infinitive.and_then(|verb| parse.clauses[verb].governor);
        governor.is_some_and(|governor| self.asking.contains(&parse.words[parse.verbs[governor].head].lexeme.verb))
    }

    /// "the risk of a Russian attack": a noun of possibility right before the group of the cue, with "of".
    fn is_potential(&self, parse: &Parse, cue: usize) -> bool {
        let group = parse
            .chunk_of(cue)
            .filter(|&group| parse.chunks[group].kind == ChunkKind::Nouns && group >= 2);
        group.is_some_and(|group| {
            let head = |chunk: usize| parse.words[parse.chunks[chunk].head].lexeme.form;
            head(group - 1) == self.of && self.potential.contains(&head(group - 2))
        })
    }
}

/// "if necessary", "for as long as possible" are no conditions; "in the event of war" needs no verb.
fn is_clause(words: &[Word], at: usize) -> bool {
    let verbal = |word: &Word| matches!(word.tag, Tag::Verb | Tag::Modal | Tag::Be | Tag::Have | Tag::Do);
    let mut clause = words[at + 1..]
        .iter()
        .take_while(|word| !matches!(word.tag, Tag::Comma | Tag::Coord | Tag::Break));
    words[at].tag == Tag::Prep || clause.any(verbal)
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
    joined
        && (if condition < at {
            end_of(parse, condition) <= at && verbs <= 1
        } else {
            verbs <= 1
        })
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

/// "plans to attack": an infinitive under a verb of wanting.
fn is_planned(parse: &Parse, patterns: &Patterns, verb: usize) -> bool {
    let governor = parse.clauses[verb].governor.filter(|_| parse.verbs[verb].infinitive);
    governor.is_some_and(|governor| {
        let head = parse.verbs[governor].head;
        parse.hits.iter().any(|hit| hit.first == head && patterns.get(*hit).want)
    })
}
