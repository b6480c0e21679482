//! What the stance stage knows of words, compiled once from the lexicon, and what it sees in one sentence by itself.

use std::ops::Range;

use super::attribution::Wording;
use super::clauses::VerbClasses;
use super::cues::{Hit, Patterns};
use super::cutter::Cutter;
use super::frames::{Draft, Prepositions};
use super::modality::Moods;
use super::parse::Parse;
use super::parties::Links;
use super::scope;
use super::tagger;
use super::vocabulary::{Sym, Vocabulary};
use super::wordlists::{links, prepositions, verb_classes};
use super::{Attribution, CueMention, StanceReading};
use crate::lexicon::{CueKind, Lexicon};
use crate::result::CueRowKind;
use crate::token::Sentence;

/// Words, cues and their classes.
pub(super) struct Compiled {
    pub(super) vocabulary: Vocabulary,
    pub(super) patterns: Patterns,
    pub(super) classes: VerbClasses,
    pub(super) links: Links,
    pub(super) prepositions: Prepositions,
    /// be, remain, become: verbs whose object is a predicate.
    copulas: Vec<Sym>,
    pub(super) wording: Wording,
    pub(super) moods: Moods,
    /// Stances of a lower confidence are left out.
    pub(super) min_confidence: f32,
}

impl Compiled {
    /// Compiles the cues, verbs and opinion words of the lexicon.
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        let mut vocabulary = Vocabulary::compile(lexicon);
        let wording = Wording::compile(&mut vocabulary);
        let moods = Moods::compile(&mut vocabulary);
        let links = links(&mut vocabulary);
        let prepositions = prepositions(&mut vocabulary);
        vocabulary.mark_by_ending();
        let patterns = Patterns::compile(lexicon, &vocabulary);
        vocabulary.mark_beginnings(|lexeme| patterns.begins(lexeme));
        let classes = verb_classes(lexicon, &vocabulary);
        let copulas = ["remain", "become", "seem", "appear", "stay", "grow", "feel", "look", "prove", "be"]
            .iter()
            .map(|verb| vocabulary.sym(verb))
            .collect();
        Self {
            vocabulary,
            patterns,
            classes,
            links,
            prepositions,
            copulas,
            wording,
            moods,
            min_confidence: 0.0,
        }
    }

    /// Words, tags and cues.
    pub(super) fn tag(&self, cutter: &Cutter, sentence: Sentence, mentions: Range<usize>, parse: &mut Parse) {
        cutter.cut(sentence, mentions.clone(), &mut parse.known, &mut parse.words);
        cutter.mark_themes(mentions, &mut parse.words);
        tagger::tag(&mut parse.words);
        self.patterns.find(&parse.words, &mut parse.hits);
    }

    /// Chunks and clauses of tagged words.
    pub(super) fn parse(&self, parse: &mut Parse) {
        parse.build(&self.classes, &self.copulas);
    }

    pub(super) fn reports(&self, parse: &Parse) -> bool {
        parse.hits.iter().any(|&hit| self.patterns.get(hit).kind == CueKind::Reporting)
    }

    /// Whether a relation rests on another reading of the same words: "fight" where "fight for" could be meant.
    pub(super) fn is_read_otherwise(&self, hit: Hit, drafts: &[Draft]) -> bool {
        let same = |draft: &Draft| (draft.hit.first, draft.hit.last) == (hit.first, hit.last);
        drafts.iter().any(|draft| same(draft) && self.patterns.get(draft.hit).is_stance())
    }

    pub(super) fn takes_stands(&self, parse: &Parse) -> bool {
        parse.hits.iter().any(|&hit| self.patterns.get(hit).is_stance())
    }

    pub(super) fn count_tone(&self, parse: &Parse, reading: &mut StanceReading) {
        for word in parse.words.iter().filter(|word| word.mention.is_none()) {
            reading.tone.0 += u32::from(word.lexeme.valence > 0);
            reading.tone.1 += u32::from(word.lexeme.valence < 0);
        }
        let urgent = parse.hits.iter().filter(|hit| self.patterns.get(**hit).kind == CueKind::Urgency);
        reading.urgency += u32::try_from(urgent.count()).unwrap_or(u32::MAX);
    }

    /// The sentence's cues; an ambiguous stance cue only where a relation rests on it, a word of saying only where something is said.
    pub(super) fn push_cues(&self, parse: &Parse, drafts: &[Draft], said: &[Attribution], sentence: u32, cues: &mut Vec<CueMention>) {
        let first = cues.len();
        for &hit in &parse.hits {
            let (Some(kind), Some(hit)) = (row_kind(self.patterns.get(hit).kind), self.patterns.core(hit, &parse.words)) else {
                continue;
            };
            let pattern = self.patterns.get(hit);
            let rests = drafts.iter().any(|draft| draft.hit == hit);
            if pattern.is_stance() && !rests && (pattern.ambiguous || self.is_read_otherwise(hit, drafts)) {
                continue;
            }
            let span = parse.words[hit.first].span.hull(parse.words[hit.last].span);
            if pattern.kind == CueKind::Reporting && !said.iter().any(|row| row.cue.overlaps(span)) {
                continue;
            }
            cues.push(CueMention {
                kind,
                span,
                scope: scope::scope(parse, hit),
                sentence,
            });
        }
        cues[first..].sort_by_key(|cue| (cue.span, cue.kind));
        let mut at = first;
        while at + 1 < cues.len() {
            if cues[at].span == cues[at + 1].span && cues[at].kind == cues[at + 1].kind {
                cues.remove(at + 1);
            } else {
                at += 1;
            }
        }
    }
}

fn row_kind(kind: CueKind) -> Option<CueRowKind> {
    match kind {
        CueKind::Support => Some(CueRowKind::Support),
        CueKind::Oppose => Some(CueRowKind::Oppose),
        CueKind::Neutral => Some(CueRowKind::Neutral),
        CueKind::Negation => Some(CueRowKind::Negation),
        CueKind::Hedge => Some(CueRowKind::Hedge),
        CueKind::Booster => Some(CueRowKind::Booster),
        CueKind::Reporting => Some(CueRowKind::Reporting),
        CueKind::Shifter | CueKind::Concession | CueKind::Urgency | CueKind::Agent => None,
    }
}
