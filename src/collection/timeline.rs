//! Rates over time: by year, quarter and month, smoothed, and where they change.

use std::collections::BTreeMap;

use super::changes::change_points;
use super::period::{name, number, period};
use super::totals::Totals;
use crate::result::{ChangeRow, Figure, PeriodRow, Scale, TimelineRow};

const SCALES: [Scale; 3] = [Scale::Year, Scale::Quarter, Scale::Month];
/// Periods in a moving window: the one before, the period, the one after.
const WINDOW: usize = 3;
/// Rarer entities have no timeline.
const LEAST_MENTIONS: u64 = 5;

/// Documents, periods without one included, on one scale.
struct Axis {
    scale: Scale,
    /// Number of the first period.
    first: u32,
    /// Documents and tokens by period, from the first to the last.
    periods: Vec<(u32, u64)>,
    /// Mentions by period, by entity.
    counts: BTreeMap<String, Vec<u64>>,
}

/// The three tables: periods, timelines, changes.
pub struct Timeline {
    /// A row a scale and period.
    pub periods: Vec<PeriodRow>,
    /// A row a scale, entity and period in which it is mentioned.
    pub timeline: Vec<TimelineRow>,
    /// A row a scale, entity and change.
    pub changes: Vec<ChangeRow>,
}

/// The timeline of all documents whose date tells the period.
pub fn timeline(totals: &Totals) -> Timeline {
    let axes: Vec<Axis> = SCALES.iter().filter_map(|scale| Axis::of(totals, *scale)).collect();
    Timeline {
        periods: axes.iter().flat_map(Axis::periods).collect(),
        timeline: axes.iter().flat_map(Axis::timelines).collect(),
        changes: axes.iter().flat_map(Axis::changes).collect(),
    }
}

impl Axis {
    fn of(totals: &Totals, scale: Scale) -> Option<Self> {
        let number = |date: Option<&str>| number(&period(date, scale)?, scale);
        let numbers = || totals.documents.values().filter_map(|document| number(document.date.as_deref()));
        let (first, last) = (numbers().min()?, numbers().max()?);
        let length = (last - first + 1) as usize;
        let mut axis = Self {
            scale,
            first,
            periods: vec![(0, 0); length],
            counts: BTreeMap::new(),
        };
        for document in totals.documents.values() {
            let Some(at) = number(document.date.as_deref()).map(|number| (number - first) as usize) else {
                continue;
            };
            axis.periods[at].0 += 1;
            axis.periods[at].1 += u64::from(document.indicators.tokens);
            for (entity, n) in &document.entities {
                let counts = axis.counts.entry(entity.to_string()).or_insert_with(|| vec![0; length]);
                counts[at] += u64::from(*n);
            }
        }
        axis.counts.retain(|_, counts| counts.iter().sum::<u64>() >= LEAST_MENTIONS);
        Some(axis)
    }

    fn name(&self, at: usize) -> String {
        name(self.first + u32::try_from(at).unwrap_or(0), self.scale)
    }

    fn periods(&self) -> Vec<PeriodRow> {
        let row = |(at, (documents, tokens)): (usize, &(u32, u64))| PeriodRow {
            scale: self.scale,
            period: self.name(at),
            documents: *documents,
            tokens: *tokens,
        };
        self.periods.iter().enumerate().map(row).filter(|row| row.documents > 0).collect()
    }

    fn timelines(&self) -> Vec<TimelineRow> {
        let rows = self.counts.iter().flat_map(|(entity, counts)| {
            let mentioned = (0..counts.len()).filter(|at| counts[*at] > 0);
            mentioned.map(move |at| TimelineRow {
                scale: self.scale,
                entity: entity.clone(),
                period: self.name(at),
                count: counts[at],
                per_1000_tokens: self.rate(counts, at, at + 1),
                moving: self.rate(counts, at.saturating_sub(WINDOW / 2), (at + WINDOW / 2 + 1).min(counts.len())),
            })
        });
        rows.collect()
    }

    fn changes(&self) -> Vec<ChangeRow> {
        let rows = self.counts.iter().flat_map(|(entity, counts)| {
            let series: Vec<(u64, u64)> = counts.iter().copied().zip(self.periods.iter().map(|(_, tokens)| *tokens)).collect();
            let points = change_points(&series);
            let bounds: Vec<usize> = [vec![0], points.iter().map(|point| point.at).collect(), vec![counts.len()]].concat();
            let row = |(index, point): (usize, super::changes::ChangePoint)| ChangeRow {
                scale: self.scale,
                entity: entity.clone(),
                period: self.name(point.at),
                before: self.rate(counts, bounds[index], point.at),
                after: self.rate(counts, point.at, bounds[index + 2]),
                gain: Figure(point.gain),
            };
            points.into_iter().enumerate().map(row).collect::<Vec<_>>()
        });
        rows.collect()
    }

    /// Mentions per 1,000 tokens over the periods `from..to`.
    fn rate(&self, counts: &[u64], from: usize, to: usize) -> Figure {
        let tokens = self.periods[from..to].iter().map(|(_, tokens)| tokens).sum();
        super::tables::per_1000(counts[from..to].iter().sum(), tokens)
    }
}
