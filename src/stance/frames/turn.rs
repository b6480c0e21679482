//! What turns the sign of a cue round: "not", "stopped", "refused to", "no country".

use super::Frames;
use crate::lexicon::{CueKind, PartOfSpeech};
use crate::stance::chunks::ChunkKind;
use crate::stance::clauses::{Clause, VerbClasses};
use crate::stance::cues::{Hit, Pattern};
use crate::stance::parties::Party;
use crate::stance::words::Tag;

/// Negation and reversal of a verb.
#[derive(Debug, Clone, Copy, Default)]
pub struct Turn {
    /// Whether the sign is turned round.
    pub flips: bool,
    /// Whether a negation word has a part in it.
    pub negated: bool,
    /// Whether the holder is kept from it by somebody else.
    pub kept: bool,
}

impl Turn {
    pub(super) fn add(&mut self, negated: bool) {
        self.flips = !self.flips;
        self.negated |= negated;
    }

    /// The sign after turning. A hostile word or deed that is denied is none, but no kindness either.
    pub fn of(self, sign: i8) -> i8 {
        match (self.flips, self.negated) {
            (true, true) => (-sign).min(0),
            (true, false) if self.kept => -sign.abs(),
            (true, false) => -sign,
            (false, _) => sign,
        }
    }
}

impl Frames<'_> {
    /// Negation and reversal of a verb group: its own, that of what governs it, that of the words before it.
    pub(super) fn turn(&self, verb: usize) -> Turn {
        let mut turn = Turn::default();
        let mut at = Some(verb);
        for depth in 0..5 {
            let Some(index) = at else { break };
            let group = &self.parse.verbs[index];
            let chunk = self.parse.chunks[group.chunk];
            if depth > 0
                && self.has(CueKind::Shifter, group.head, |pattern| {
                    pattern.clausal || pattern.pos != PartOfSpeech::Verb || !pattern.prepositions.is_empty()
                })
            {
                turn.add(false);
            }
            if self.negates(chunk.first, chunk.last) {
                turn.add(true);
            }
            if let Some(negated) = self.turned_before(chunk.first) {
                turn.add(negated);
            }
            if self.is_refused(index) {
                turn.add(false);
            }
            if self.subject_is_negative(index) {
                turn.add(true);
            }
            at = self.parse.clauses[index].governor.filter(|&governor| governor < index);
            at = at.filter(|&governor| !self.is_purpose(index, governor) && !self.goes_as_far_as(index, governor));
            turn.kept |= at.is_some_and(|governor| self.is_kept_from(index, governor));
        }
        turn
    }

    /// "blocked roads to press the ministry": an infinitive after an object says what for, and nothing above turns it.
    fn is_purpose(&self, verb: usize, governor: usize) -> bool {
        let (below, above) = (&self.parse.verbs[verb], &self.parse.verbs[governor]);
        let between = self.parse.clauses[governor]
            .object
            .is_some_and(|object| object < below.chunk && object > above.chunk);
        let controls = VerbClasses::is(&self.classes.object_control, self.lemma(governor));
        below.infinitive && between && !controls && !self.parse.clauses[governor].passive
    }

    /// "stopped Russia from attacking Iran": it is no friend of Iran's for that.
    fn is_kept_from(&self, verb: usize, governor: usize) -> bool {
        self.is_gerund_after_object(verb, governor) && VerbClasses::is(&self.classes.object_of_gerund, self.lemma(governor))
    }

    /// "limited its role to holding talks": how far something goes turns nothing.
    fn goes_as_far_as(&self, verb: usize, governor: usize) -> bool {
        let before = self.parse.verbs[verb].chunk.checked_sub(1);
        self.is_gerund_after_object(verb, governor) && before.is_some_and(|at| self.form(at) == self.prepositions.attitude[0])
    }

    fn is_gerund_after_object(&self, verb: usize, governor: usize) -> bool {
        let below = &self.parse.verbs[verb];
        let object = self.parse.clauses[governor].object;
        let between = object.is_some_and(|object| object < below.chunk && object > self.parse.verbs[governor].chunk);
        let preposition = below.chunk > 0 && self.kind(below.chunk - 1) == Some(ChunkKind::Prep);
        below.gerund && between && preposition && !self.parse.clauses[governor].passive
    }

    /// Whether a cue of the kind begins at the word.
    pub(super) fn has(&self, kind: CueKind, word: usize, fits: impl Fn(&Pattern) -> bool) -> bool {
        self.parse
            .hits
            .iter()
            .any(|&hit| hit.first == word && self.patterns.get(hit).kind == kind && fits(self.patterns.get(hit)))
    }

    /// Whether a negation stands among the words of a verb group.
    fn negates(&self, first: usize, last: usize) -> bool {
        let plain = (first..=last).any(|at| self.parse.words[at].tag == Tag::Not && !self.adds_to(at));
        plain
            || self.parse.hits.iter().any(|hit| {
                let pattern = self.patterns.get(*hit);
                pattern.kind == CueKind::Negation
                    && !pattern.ambiguous
                    && (first..=last).contains(&hit.first)
                    && !self.adds_to(hit.first)
                    && matches!(pattern.pos, PartOfSpeech::Adv | PartOfSpeech::Aux)
            })
    }

    /// "not only condemned": more follows, and nothing is denied.
    fn adds_to(&self, not: usize) -> bool {
        let next = self.parse.words.get(not + 1);
        next.is_some_and(|word| self.prepositions.only.contains(&word.lexeme.form))
    }

    /// A word of reversal right before a verb group: "unwilling to", "failure to", "without", "yet to"; whether it is a negation.
    fn turned_before(&self, first: usize) -> Option<bool> {
        let before = first.checked_sub(1)?;
        let fits = |hit: &&Hit| {
            let pattern = self.patterns.get(**hit);
            let verbal = matches!(self.parse.words[hit.first].tag, Tag::Verb) && hit.first == hit.last;
            let kind = matches!(pattern.kind, CueKind::Negation | CueKind::Shifter) && !pattern.ambiguous;
            let place = hit.last == before || hit.last == first && hit.first < first;
            let sort = matches!(
                pattern.pos,
                PartOfSpeech::Adj | PartOfSpeech::Noun | PartOfSpeech::Phrase | PartOfSpeech::Prep | PartOfSpeech::Conj | PartOfSpeech::Adv
            );
            kind && place && sort && !verbal
        };
        let hit = self.parse.hits.iter().find(fits)?;
        Some(self.patterns.get(*hit).kind == CueKind::Negation)
    }

    /// "the refusal of X to": a noun of reversal whose owner does the infinitive.
    fn is_refused(&self, verb: usize) -> bool {
        let owner = self.parse.clauses[verb].subject.filter(|_| self.parse.verbs[verb].infinitive);
        let noun = owner.and_then(|owner| owner.checked_sub(2)).filter(|&noun| {
            self.kind(noun) == Some(ChunkKind::Nouns)
                && self.kind(noun + 1) == Some(ChunkKind::Prep)
                && self.form(noun + 1) == self.prepositions.of
        });
        noun.is_some_and(|noun| {
            let head = self.parse.chunks[noun].head;
            self.has(CueKind::Shifter, head, |pattern| pattern.pos == PartOfSpeech::Noun)
        })
    }

    /// "No country supports", "Neither A nor B".
    fn subject_is_negative(&self, verb: usize) -> bool {
        self.parse.clauses[verb].subject.is_some_and(|chunk| {
            let start = crate::stance::clauses::list_start(&self.parse.chunks, chunk);
            self.negative_article(start)
        })
    }

    /// "no support", "little help": a negation at the head of a noun group.
    pub(super) fn negative_article(&self, chunk: usize) -> bool {
        let group = &self.parse.chunks[chunk];
        self.parse.hits.iter().any(|hit| {
            let pattern = self.patterns.get(*hit);
            pattern.kind == CueKind::Negation
                && hit.first == group.first
                && matches!(pattern.pos, PartOfSpeech::Det | PartOfSpeech::Pron)
                && self.parse.words[hit.first].tag != Tag::Adv
        })
    }

    /// Negation and reversal of a noun: its article, the verb it is the object of, a noun of reversal before "of".
    pub(super) fn noun_turn(&self, chunk: usize, hit: Hit) -> Turn {
        let mut turn = Turn::default();
        if self.negative_article(chunk) {
            turn.add(true);
        }
        let group = &self.parse.chunks[chunk];
        if (group.first..hit.first).any(|at| {
            self.has(CueKind::Shifter, at, |pattern| {
                !pattern.ambiguous && pattern.pos == PartOfSpeech::Adj
            })
        }) {
            turn.add(false);
        }
        if self.turns_sour(chunk) {
            turn.add(false);
        }
        if let Some(verb) = self.verb_governing(chunk) {
            turn = self.under_verb(verb, turn);
        } else if let Some(of) = chunk.checked_sub(2).filter(|_| self.kind(chunk - 1) == Some(ChunkKind::Prep)) {
            let head = self.parse.chunks[of].head;
            if self.has(CueKind::Shifter, head, |_| true) && self.kind(of) == Some(ChunkKind::Nouns) {
                turn.add(false);
            }
        }
        turn
    }

    /// "relations have soured".
    fn turns_sour(&self, chunk: usize) -> bool {
        let verb = self
            .parse
            .clauses
            .iter()
            .position(|clause| clause.subject == Some(chunk) && clause.object.is_none());
        verb.is_some_and(|verb| VerbClasses::is(&self.classes.souring, self.lemma(verb)))
    }

    /// Negation of the verb that governs the noun.
    fn under_verb(&self, verb: usize, mut turn: Turn) -> Turn {
        let above = self.turn(verb);
        turn.flips ^= above.flips;
        turn.negated |= above.negated;
        turn
    }

    /// "ended its support", "rejected talks with X": a verb of ending or a hostile one turns what its own subject does;
    /// what somebody else does it may only lose.
    pub(super) fn turned_by_verb(&self, chunk: usize, whose: &[Party], mut turn: Turn) -> Turn {
        let Some(verb) = self.verb_governing(chunk) else { return turn };
        let entity = |party: &Party| self.parties.mention(party.mention).entity;
        let own = self.parse.clauses[verb].passive
            || whose.is_empty()
            || self
                .subject(verb)
                .iter()
                .any(|one| whose.iter().any(|other| entity(one) == entity(other)));
        let head = self.parse.verbs[verb].head;
        let ends = self.has(CueKind::Shifter, head, |pattern| {
            pattern.object || pattern.pos != PartOfSpeech::Verb
        });
        let turned = ends || whose.is_empty() && self.is_hostile(verb);
        let lost = VerbClasses::is(&self.classes.receiving, self.lemma(verb));
        if turned && (own || lost) {
            turn.add(false);
        }
        turn
    }

    /// The verb whose object the noun is, or whose subject in the passive.
    fn verb_governing(&self, chunk: usize) -> Option<usize> {
        let passive = |clause: &Clause| clause.passive && clause.subject == Some(chunk);
        self.parse
            .verb_of_object(chunk)
            .or_else(|| self.parse.clauses.iter().position(passive))
    }
}
