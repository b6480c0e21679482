//! From cues to relations: for each part of speech a frame that says where holder and target stand.

mod compounds;
mod demands;
mod nouns;
mod predicates;
mod roles;
mod saying;
mod verbs;

use crate::lexicon::{CueKind, PartOfSpeech};

use super::chunks::ChunkKind;
use super::cues::{Hit, Pattern, Patterns};
use super::parse::Parse;
use super::parties::{Parties, Party, Way};
use super::vocabulary::Sym;
use super::words::Tag;

/// A relation as a frame found it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Draft {
    /// Who.
    pub holder: Party,
    /// Towards whom or what.
    pub target: Party,
    /// -1, 0 or 1, after negation and reversal.
    pub sign: i8,
    /// Whether negation turned it.
    pub negated: bool,
    /// Whether the other half says the same.
    pub reciprocal: bool,
    /// The cue.
    pub hit: Hit,
    /// The verb group that carries it.
    pub verb: Option<usize>,
    /// The CAMEO code where the frame decides it, not the cue.
    pub code: Option<&'static str>,
    /// The frame.
    pub rule: &'static str,
}

/// Prepositions that frames tell apart.
#[derive(Debug, Default)]
pub struct Prepositions {
    /// by
    pub by: Sym,
    /// from
    pub from: Sym,
    /// of
    pub of: Sym,
    /// with
    pub with: Sym,
    /// between, among
    pub between: [Sym; 2],
    /// by, with, about, over, at: before what is felt about
    pub felt: [Sym; 5],
}

/// Reads the relations of one sentence.
pub struct Frames<'a> {
    /// The parsed sentence.
    pub parse: &'a Parse,
    /// Who is meant.
    pub parties: Parties<'a>,
    /// The cues.
    pub patterns: &'a Patterns,
    /// Prepositions.
    pub prepositions: &'a Prepositions,
    /// What verbs take.
    pub classes: &'a super::clauses::VerbClasses,
    /// Who says what in the sentence.
    pub said: &'a [super::Attribution],
    /// What was found.
    pub drafts: Vec<Draft>,
}

/// Negation and reversal of a verb.
#[derive(Debug, Clone, Copy, Default)]
pub struct Turn {
    /// Whether the sign is turned round.
    pub flips: bool,
    /// Whether a negation word has a part in it.
    pub negated: bool,
}

impl Turn {
    fn add(&mut self, negated: bool) {
        self.flips = !self.flips;
        self.negated |= negated;
    }

    /// The sign after turning.
    pub fn of(self, sign: i8) -> i8 {
        if self.flips { -sign } else { sign }
    }
}

impl Frames<'_> {
    /// Fills [`Frames::drafts`].
    pub fn read(&mut self) {
        for index in 0..self.parse.hits.len() {
            let hit = self.parse.hits[index];
            let pattern = self.patterns.get(hit);
            if !pattern.is_stance() {
                continue;
            }
            match pattern.pos {
                _ if pattern.suffix => self.compound(hit),
                PartOfSpeech::Verb => self.verb(hit),
                PartOfSpeech::Noun => self.noun(hit),
                PartOfSpeech::Role => self.role(hit),
                PartOfSpeech::Prep if self.is_prefix(hit) => self.prefixed(hit),
                PartOfSpeech::Adj | PartOfSpeech::Phrase | PartOfSpeech::Prep | PartOfSpeech::Adv => self.predicate(hit),
                _ => {}
            }
        }
        self.demands();
        self.sayings();
    }

    fn kind(&self, chunk: usize) -> Option<ChunkKind> {
        self.parse.chunks.get(chunk).map(|chunk| chunk.kind)
    }

    fn form(&self, chunk: usize) -> Sym {
        self.parse.words[self.parse.chunks[chunk].head].lexeme.form
    }

    /// The subject's parties of a verb group.
    fn subject(&self, verb: usize) -> Vec<Party> {
        self.parse.clauses[verb]
            .subject
            .map_or_else(Vec::new, |chunk| self.parties.of_subject(chunk))
    }

    /// The noun group after the first of these prepositions, from a chunk to the end of the clause.
    fn after_preposition(&self, from: usize, prepositions: &[Sym]) -> Option<usize> {
        let mut nouns = 0;
        let mut at = from;
        while let Some(chunk) = self.parse.chunks.get(at) {
            match chunk.kind {
                ChunkKind::Prep if prepositions.contains(&self.form(at)) => {
                    if self.kind(at + 1) == Some(ChunkKind::Nouns)
                        && (self.is_reciprocal(at + 1) || !self.parties.of_list(at + 1).is_empty())
                    {
                        return Some(at + 1);
                    }
                }
                ChunkKind::Nouns => {
                    nouns += 1;
                    if nouns > 4 {
                        return None;
                    }
                }
                ChunkKind::Verbs if self.parse.clauses[chunk.verb].passive && !self.parse.verbs[chunk.verb].finite => {}
                ChunkKind::Verbs | ChunkKind::Sub | ChunkKind::Rel | ChunkKind::Break => return None,
                ChunkKind::Comma
                    if !matches!(
                        self.kind(at + 1),
                        Some(ChunkKind::Prep | ChunkKind::Adv | ChunkKind::Nouns | ChunkKind::Coord)
                    ) =>
                {
                    return None;
                }
                _ => {}
            }
            at += 1;
        }
        None
    }

    /// Negation and reversal of a verb group: its own, that of what governs it, that of the words before it.
    fn turn(&self, verb: usize) -> Turn {
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
            if self.subject_is_negative(index) {
                turn.add(true);
            }
            at = self.parse.clauses[index].governor.filter(|&governor| governor < index);
        }
        turn
    }

    /// Whether a cue of the kind begins at the word.
    fn has(&self, kind: CueKind, word: usize, fits: impl Fn(&Pattern) -> bool) -> bool {
        self.parse
            .hits
            .iter()
            .any(|&hit| hit.first == word && self.patterns.get(hit).kind == kind && fits(self.patterns.get(hit)))
    }

    /// Whether a negation stands among the words of a verb group.
    fn negates(&self, first: usize, last: usize) -> bool {
        let plain = self.parse.words[first..=last].iter().any(|word| word.tag == Tag::Not);
        plain
            || self.parse.hits.iter().any(|hit| {
                let pattern = self.patterns.get(*hit);
                pattern.kind == CueKind::Negation
                    && !pattern.ambiguous
                    && (first..=last).contains(&hit.first)
                    && matches!(pattern.pos, PartOfSpeech::Adv | PartOfSpeech::Aux)
            })
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

    /// "No country supports", "Neither A nor B".
    fn subject_is_negative(&self, verb: usize) -> bool {
        self.parse.clauses[verb].subject.is_some_and(|chunk| {
            let start = super::clauses::list_start(&self.parse.chunks, chunk);
            self.negative_article(start)
        })
    }

    /// "no support", "little help": a negation at the head of a noun group.
    fn negative_article(&self, chunk: usize) -> bool {
        let group = &self.parse.chunks[chunk];
        self.parse.hits.iter().any(|hit| {
            let pattern = self.patterns.get(*hit);
            pattern.kind == CueKind::Negation
                && hit.first == group.first
                && matches!(pattern.pos, PartOfSpeech::Det | PartOfSpeech::Pron)
                && self.parse.words[hit.first].tag != Tag::Adv
        })
    }

    /// The noun cue that heads a noun group.
    fn noun_cue(&self, chunk: usize) -> Option<Hit> {
        let head = self.parse.chunks[chunk].head;
        self.parse.hits.iter().copied().find(|&hit| {
            let pattern = self.patterns.get(hit);
            hit.last == head && pattern.is_stance() && pattern.pos == PartOfSpeech::Noun && pattern.sign() != 0
        })
    }

    /// Adds a relation of each holder to each target.
    fn emit(&mut self, holders: &[Party], targets: &[Party], draft: Partial) {
        let pattern = self.patterns.get(draft.hit);
        for &holder in holders {
            for &target in targets {
                if self.fits(holder, target, pattern, draft.hit) {
                    self.drafts.push(draft.between(holder, target, false));
                }
            }
        }
    }

    /// Adds the relation both ways.
    fn emit_mutual(&mut self, ones: &[Party], others: &[Party], draft: Partial) {
        let pattern = self.patterns.get(draft.hit);
        for &one in ones {
            for &other in others {
                for (holder, target) in [(one, other), (other, one)] {
                    if self.fits(holder, target, pattern, draft.hit) {
                        self.drafts.push(draft.between(holder, target, true));
                    }
                }
            }
        }
    }

    /// Adds the relation between each two of a list.
    fn emit_among(&mut self, parties: &[Party], draft: Partial) {
        for (index, one) in parties.iter().enumerate() {
            self.emit_mutual(&[*one], &parties[index + 1..], draft);
        }
    }

    fn fits(&self, holder: Party, target: Party, pattern: &Pattern, hit: Hit) -> bool {
        use crate::document::Kind;
        let (a, b) = (self.parties.mention(holder.mention), self.parties.mention(target.mention));
        let cue = self.parse.words[hit.first].span.hull(self.parse.words[hit.last].span);
        if b.span.overlaps(cue) && pattern.pos == PartOfSpeech::Verb {
            return false;
        }
        let place_fits = b.kind != Kind::Place || target.way == Way::Direct;
        a.entity != b.entity && a.kind == Kind::Actor && place_fits && (!pattern.theme_only || b.kind == Kind::Theme)
    }
}

/// A relation whose ends are still to be filled in.
#[derive(Debug, Clone, Copy)]
struct Partial {
    sign: i8,
    negated: bool,
    hit: Hit,
    verb: Option<usize>,
    code: Option<&'static str>,
    rule: &'static str,
}

impl Partial {
    fn between(self, holder: Party, target: Party, reciprocal: bool) -> Draft {
        Draft {
            holder,
            target,
            sign: self.sign,
            negated: self.negated,
            reciprocal,
            hit: self.hit,
            verb: self.verb,
            code: self.code,
            rule: self.rule,
        }
    }
}
