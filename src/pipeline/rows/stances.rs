//! The rows of cues, of who says what, and of who stands where.

use std::borrow::Cow;

use super::{Rows, confidence};
use crate::result::{AttributionRow, CueRow, EventRow, Extent, Figure, SourceQuote, StanceRow};
use crate::stance::{self, Party};

impl<'a> Rows<'a> {
    pub(super) fn cues(&self) -> Vec<CueRow<'a>> {
        let row = |(id, cue): (u32, &stance::CueMention)| {
            let (start, end) = self.extent(cue.span);
            let (scope_start, scope_end) = self.extent(cue.scope);
            let (surface, zone) = (self.surface(cue.span), self.zone(cue.sentence));
            CueRow {
                id,
                kind: cue.kind,
                surface,
                start,
                end,
                scope_start,
                scope_end,
                sentence: cue.sentence,
                zone,
            }
        };
        let shown = self.cue_rows.iter().zip(&self.analysis.reading.cues);
        shown.filter_map(|(id, cue)| id.map(|id| row((id, cue)))).collect()
    }

    pub(super) fn attributions(&self) -> Vec<AttributionRow<'a>> {
        let row = |(id, it): (u32, &stance::Attribution)| {
            let source = it.source.map(|(span, mention)| {
                let (start, end) = self.extent(span);
                let index = mention.map(|at| self.analysis.found.mentions[at as usize].entity);
                let entity = index.map(|index| Cow::Borrowed(self.entity(index).id.as_str()));
                SourceQuote {
                    surface: self.surface(span),
                    start,
                    end,
                    entity,
                }
            });
            let (start, end) = self.extent(it.content);
            let (cue, zone) = (self.quote(it.cue), self.zone(it.sentence));
            AttributionRow {
                id,
                source,
                cue,
                content: Extent { start, end },
                form: it.form,
                sentence: it.sentence,
                zone,
            }
        };
        (0..).zip(&self.analysis.reading.attributions).map(row).collect()
    }

    pub(super) fn stances(&self) -> Vec<StanceRow<'a>> {
        (0..)
            .zip(&self.analysis.reading.stances)
            .map(|(id, it)| self.stance(id, it))
            .collect()
    }

    fn stance(&self, id: u32, it: &stance::Stance) -> StanceRow<'a> {
        let event = stance::event(&it.cameo);
        let named = |index: u32| Cow::Borrowed(self.entity(index).id.as_str());
        StanceRow {
            id,
            holder: match it.holder {
                Party::Entity(index) => named(index),
                Party::Author => Cow::Borrowed(stance::AUTHOR),
            },
            target: named(it.target),
            polarity: it.polarity,
            strength: Figure(event.goldstein.abs() / 10.0),
            mode: it.mode,
            event: EventRow {
                cameo: it.cameo.clone(),
                quad_class: event.quad_class,
                goldstein: Figure(event.goldstein),
            },
            modality: it.modality,
            negated: it.negated,
            hedged: it.hedged,
            quoted: it.quoted,
            reciprocal: it.reciprocal,
            attributed_to: it.attributed_to.map(named),
            attribution: it.attribution,
            sentence: it.sentence,
            cue: self.quote(it.cue),
            cue_ids: it.cues.iter().filter_map(|cue| self.cue_rows[*cue as usize]).collect(),
            holder_mention: it.holder_mention,
            target_mention: it.target_mention,
            rule: Cow::Borrowed(it.rule),
            confidence: confidence(it.confidence),
        }
    }
}
