//! "is worried that terrorism may spill over": what a feared event threatens with is feared itself; "silent when X attacked Y".

use super::{Frames, Partial};
use crate::document::Kind;
use crate::lexicon::{Class, CueKind, PartOfSpeech};
use crate::stance::chunks::ChunkKind;
use crate::stance::clauses::VerbClasses;
use crate::stance::cues::Hit;
use crate::stance::parties::{Party, Way, add};
use crate::stance::words::Tag;

/// CAMEO: make a pessimistic comment; the lexicon's class of fear, worry and wariness.
const FEAR: &str = "012";

impl Frames<'_> {
    /// Towards the threats, and the subject, of the clause after a word of fear.
    pub(super) fn fear_of_clause(&mut self, hit: Hit) {
        let pattern = self.patterns.get(hit);
        let silent = pattern.kind == CueKind::Neutral && matches!(pattern.pos, PartOfSpeech::Adj | PartOfSpeech::Verb);
        let warns = pattern.sign() < 0 && VerbClasses::is(&self.classes.warning, self.parse.words[hit.first].lexeme.verb);
        if &*pattern.code != FEAR && !silent && !warns || pattern.experiencer {
            return;
        }
        let Some(that) = self.feared_clause(hit) else { return };
        let (holders, verb) = self.afraid(hit);
        let turn = verb.map_or_else(super::Turn::default, |verb| self.turn(verb));
        let mut feared = self.threats_after(that);
        let mut actors = self.actors_after(that, silent);
        actors.retain(|party| !warns || self.parties.mention(party.mention).class == Some(Class::ArmedGroup));
        add(&mut feared, actors);
        let draft = Partial {
            sign: turn.of(pattern.sign()),
            negated: turn.negated,
            hit,
            verb,
            code: None,
            rule: "fear_of_clause",
        };
        self.emit(&holders, &feared, draft);
    }

    /// The chunk of the "that" which opens the clause: "worried that", "wary of the fact that".
    fn feared_clause(&self, hit: Hit) -> Option<usize> {
        let own = self
            .parse
            .chunk_of(hit.last)
            .filter(|&chunk| self.kind(chunk) == Some(ChunkKind::Sub));
        if own.is_some() {
            return own;
        }
        let from = self.parse.chunk_after(hit.last);
        let that = (from..from + 3).find(|&at| self.kind(at) == Some(ChunkKind::Sub))?;
        let plain = (from..that).all(|at| match self.kind(at) {
            Some(ChunkKind::Prep | ChunkKind::Adv) => true,
            Some(ChunkKind::Nouns) => self.parties.of(at).is_empty(),
            _ => false,
        });
        let silent = self.patterns.get(hit).kind == CueKind::Neutral;
        (plain && (silent || self.parse.words[self.parse.chunks[that].head].tag == Tag::That)).then_some(that)
    }

    /// Who is afraid, and the verb that says so.
    fn afraid(&self, hit: Hit) -> (Vec<Party>, Option<usize>) {
        match self.patterns.get(hit).pos {
            PartOfSpeech::Verb => {
                let verb = self.parse.verb_at(hit.first);
                (verb.map_or_else(Vec::new, |verb| self.subject(verb)), verb)
            }
            PartOfSpeech::Noun => {
                let Some(chunk) = self.parse.chunk_of(hit.first) else {
                    return (Vec::new(), None);
                };
                let owners = self.owners(hit, chunk);
                let verb = self.parse.verb_of_object(chunk);
                (if owners.is_empty() { self.light_subject(chunk) } else { owners }, verb)
            }
            _ => {
                let verb = self.verb_over(hit);
                (self.bearers(hit, verb), verb)
            }
        }
    }

    /// Threats that the clause is about, or that stand after its verb.
    fn threats_after(&self, that: usize) -> Vec<Party> {
        let verb = self
            .main_verb_after(that)
            .map(|verb| (self.parse.verbs[verb].chunk, self.parse.clauses[verb].subject));
        let (verb, subject) = verb.unwrap_or((that, None));
        let mut threats = Vec::new();
        for (at, chunk) in self.parse.chunks.iter().enumerate().skip(that + 1) {
            if chunk.kind == ChunkKind::Break {
                break;
            }
            if at < verb && Some(at) != subject {
                continue;
            }
            let words = &self.parse.words[chunk.first..=chunk.last];
            for mention in words.iter().filter(|word| word.mention.is_none()).filter_map(|word| word.theme) {
                add(&mut threats, vec![Party { mention, way: Way::Direct }]);
            }
        }
        threats
    }

    /// The first verb with tense after a chunk.
    fn main_verb_after(&self, that: usize) -> Option<usize> {
        (0..self.parse.verbs.len()).find(|&verb| self.parse.verbs[verb].chunk > that && self.parse.verbs[verb].finite)
    }

    /// The actors that the clause is about; of an event that is met with silence also those it befalls.
    fn actors_after(&self, that: usize, both: bool) -> Vec<Party> {
        let Some(verb) = self.main_verb_after(that) else {
            return Vec::new();
        };
        let clause = self.parse.clauses[verb];
        let mut about = clause
            .subject
            .filter(|&chunk| chunk > that)
            .map_or_else(Vec::new, |chunk| self.parties.of_subject(chunk));
        if let Some(object) = clause.object.filter(|_| both) {
            add(&mut about, self.parties.of_list(object));
        }
        about.retain(|party| party.way == Way::Direct && self.parties.mention(party.mention).kind == Kind::Actor);
        about
    }
}
