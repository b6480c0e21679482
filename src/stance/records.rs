//! From relations to records: who says so, as a fact or otherwise, one record for each holder, target and source.

use std::collections::BTreeMap;

use crate::document::Kind;
use crate::gazetteer::Found;
use crate::lexicon::{Class, CueKind};
use crate::result::Mode;
use crate::span::Span;

use super::cameo;
use super::chunks::is_agent;
use super::confidence;
use super::cues::{Hit, Patterns};
use super::frames::Draft;
use super::modality::Mood;
use super::parse::Parse;
use super::{Attribution, CueMention, Party, Stance};

/// Makes records of the drafts of one sentence.
pub struct Records<'a> {
    /// The parsed sentence.
    pub parse: &'a Parse,
    /// The cues.
    pub patterns: &'a Patterns,
    /// How the sentence means what it tells.
    pub mood: Mood<'a>,
    /// What the document names.
    pub found: &'a Found,
    /// The attributions that reach into the sentence.
    pub said: &'a [Attribution],
    /// The index of each of them.
    pub said_rows: &'a [u32],
    /// The sentence's cues, and the index of the first.
    pub cues: (&'a [CueMention], usize),
    /// Index of the sentence.
    pub sentence: u32,
    /// Records below it are left out.
    pub min_confidence: f32,
}

impl Records<'_> {
    /// One record for each holder, target and source, sorted.
    pub fn of(&self, drafts: &[Draft]) -> Vec<Stance> {
        let mut groups: BTreeMap<(u32, u32, Option<u32>), Vec<(&Draft, Option<usize>)>> = BTreeMap::new();
        for draft in drafts {
            let entity = |mention: u32| self.found.mentions[mention as usize].entity;
            let (holder, target) = (entity(draft.holder.mention), entity(draft.target.mention));
            if self.is_author(target) {
                continue;
            }
            let (attribution, source) = self.source(draft, holder);
            groups.entry((holder, target, source)).or_default().push((draft, attribution));
        }
        groups
            .into_iter()
            .map(|(key, drafts)| self.record(key, &drafts))
            .filter(|stance| stance.confidence >= self.min_confidence)
            .collect()
    }

    fn record(&self, (holder, target, source): (u32, u32, Option<u32>), drafts: &[(&Draft, Option<usize>)]) -> Stance {
        let weight = |draft: &Draft| cameo::event(draft.code(self.patterns)).goldstein.abs();
        let strongest = drafts
            .iter()
            .copied()
            .reduce(|best, next| if weight(next.0) > weight(best.0) { next } else { best });
        let (draft, attribution) = strongest.unwrap_or(drafts[0]);
        let signs = |sign: i8| drafts.iter().any(|(draft, _)| draft.sign == sign);
        let denied = |sign: i8| drafts.iter().any(|(draft, _)| draft.negated && draft.sign == sign);
        // "neither endorsed nor challenged": what is denied both ways leaves nothing.
        let polarity = if signs(1) && signs(-1) || denied(0) && denied(-1) {
            0
        } else {
            drafts.iter().map(|(draft, _)| draft.sign).find(|&sign| sign != 0).unwrap_or(0)
        };
        let cue = self.span(draft.hit);
        let hedged = self.is_under(CueKind::Hedge, draft) || attribution.is_some_and(|at| self.is_rumour(&self.said[at]));
        let inside = |mention: u32| (self.found.mentions[mention as usize].sentence == self.sentence).then_some(mention);
        Stance {
            holder: if self.is_author(holder) {
                Party::Author
            } else {
                Party::Entity(holder)
            },
            target,
            polarity,
            mode: cameo::mode(draft.code(self.patterns)),
            cameo: draft.code(self.patterns).to_owned(),
            modality: self.mood.of(draft, hedged),
            negated: draft.negated,
            hedged,
            quoted: self.parse.words[draft.hit.first].quoted,
            reciprocal: draft.reciprocal,
            attributed_to: source,
            attribution: attribution.map(|at| self.said_rows[at]),
            sentence: self.sentence,
            cue,
            cues: self.cue_ids(cue),
            holder_mention: inside(draft.holder.mention),
            target_mention: inside(draft.target.mention),
            rule: draft.rule,
            confidence: drafts
                .iter()
                .map(|(draft, _)| confidence::of(draft, self.patterns.get(draft.hit), self.setting(draft, hedged, source.is_some())))
                .fold(0.0, f32::max),
        }
    }

    fn setting(&self, draft: &Draft, hedged: bool, reported: bool) -> confidence::Setting {
        let start = |mention: u32| {
            let mention = &self.found.mentions[mention as usize];
            (mention.sentence == self.sentence).then_some(mention.span.start)
        };
        let (holder, target) = (start(draft.holder.mention), start(draft.target.mention));
        let political = |number: u32| {
            let mention = &self.found.mentions[number as usize];
            let common = || self.parse.words.iter().any(|word| word.mention == Some(number) && is_agent(word));
            mention.kind == Kind::Theme || mention.class.map_or_else(common, Class::is_political)
        };
        confidence::Setting {
            hedged,
            reported,
            political: political(draft.holder.mention) && political(draft.target.mention),
            material: cameo::mode(draft.code(self.patterns)) == Mode::Material,
            distance: holder.zip(target).map(|(a, b)| a.abs_diff(b)),
        }
    }

    fn is_author(&self, entity: u32) -> bool {
        self.found.entities[entity as usize].id == super::AUTHOR
    }

    fn span(&self, hit: Hit) -> Span {
        self.parse.words[hit.first].span.hull(self.parse.words[hit.last].span)
    }

    /// The innermost attribution whose content holds the cue, and its source unless that is the holder.
    fn source(&self, draft: &Draft, holder: u32) -> (Option<usize>, Option<u32>) {
        let cue = self.span(draft.hit);
        let around = self
            .said
            .iter()
            .enumerate()
            .filter(|(_, it)| it.content.contains(cue) && it.cue != cue);
        let Some((index, attribution)) = around.min_by_key(|(_, it)| it.content.len()) else {
            return (None, None);
        };
        let entity = attribution
            .source
            .and_then(|(_, mention)| mention)
            .map(|mention| self.found.mentions[mention as usize].entity);
        (Some(index), entity.filter(|&source| source != holder && !self.is_author(source)))
    }

    /// "according to rumours": whether what is said has doubt for its source.
    fn is_rumour(&self, attribution: &Attribution) -> bool {
        let doubt = |hit: &&Hit| self.patterns.get(**hit).kind == CueKind::Hedge;
        let source = attribution.source.map(|(span, _)| span);
        source.is_some_and(|source| self.parse.hits.iter().filter(doubt).any(|hit| source.contains(self.span(*hit))))
    }

    /// Whether a cue of the kind governs the draft's cue.
    fn is_under(&self, kind: CueKind, draft: &Draft) -> bool {
        let near = |hit: &Hit| {
            let pattern = self.patterns.get(*hit);
            let conjunction = matches!(pattern.pos, crate::lexicon::PartOfSpeech::Conj);
            pattern.kind == kind
                && !conjunction
                && !pattern.ambiguous
                && hit.first != draft.hit.first
                && super::scope::scope(self.parse, *hit).contains(self.span(draft.hit))
        };
        self.parse.hits.iter().any(near)
    }

    /// Ids of the cue and of those that govern it.
    fn cue_ids(&self, cue: Span) -> Vec<u32> {
        let (cues, first) = self.cues;
        let counts = |it: &&(usize, &CueMention)| {
            it.1.span == cue || it.1.scope.contains(cue) && !matches!(it.1.kind, crate::result::CueRowKind::Reporting) && !is_stance(it.1)
        };
        cues.iter()
            .enumerate()
            .filter(|it| counts(&it))
            .filter_map(|(index, _)| u32::try_from(first + index).ok())
            .collect()
    }
}

fn is_stance(cue: &CueMention) -> bool {
    use crate::result::CueRowKind::{Neutral, Oppose, Support};
    matches!(cue.kind, Support | Oppose | Neutral)
}
