//! Where two groups judge alike and where they contradict one another.

use std::collections::BTreeMap;

use super::extract::{Extract, Names, Position};
use super::groups::Groups;
use super::passages::Texts;
use crate::result::{AgreementRow, DisagreementRow, Figure, Witness};
use crate::stance::positions::Standing;

/// A position of so many groups lists the contradictions of its strongest ones only.
const SIDES: usize = 20;

/// A position that group `a` presents as favourable and group `b` as hostile.
pub struct Disagreement {
    position: Position,
    a: usize,
    b: usize,
    standing_a: Standing,
    standing_b: Standing,
    /// Document and stance that show a side best.
    pub witness_a: (String, u32),
    /// The same for the other.
    pub witness_b: (String, u32),
}

/// All contradictions, by position and groups.
pub fn disagreements(groups: &Groups, documents: &BTreeMap<String, Extract>) -> Vec<Disagreement> {
    let mut sides: BTreeMap<Position, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (number, group) in groups.0.iter().enumerate() {
        for (position, standing) in group.positions.iter().filter(|(position, _)| position.holder != position.target) {
            let sides = sides.entry(*position).or_default();
            match standing.positive.cmp(&standing.negative) {
                std::cmp::Ordering::Greater => sides.0.push(number),
                std::cmp::Ordering::Less => sides.1.push(number),
                std::cmp::Ordering::Equal => {}
            }
        }
    }
    let mut found = Vec::new();
    for (position, (favourable, hostile)) in sides {
        let strongest = |mut side: Vec<usize>| {
            side.sort_by_key(|group| std::cmp::Reverse(groups.0[*group].positions[&position].n()));
            side.truncate(SIDES);
            side.sort_unstable();
            side
        };
        let (favourable, hostile) = (strongest(favourable), strongest(hostile));
        for a in &favourable {
            found.extend(hostile.iter().filter_map(|b| disagreement(position, *a, *b, groups, documents)));
        }
    }
    found
}

fn disagreement(position: Position, a: usize, b: usize, groups: &Groups, documents: &BTreeMap<String, Extract>) -> Option<Disagreement> {
    Some(Disagreement {
        position,
        a,
        b,
        standing_a: groups.0[a].positions[&position],
        standing_b: groups.0[b].positions[&position],
        witness_a: witness(position, 1, &groups.0[a].documents, documents)?,
        witness_b: witness(position, -1, &groups.0[b].documents, documents)?,
    })
}

/// The stance of this sign that weighs most; the first of several.
fn witness(position: Position, polarity: i8, ids: &[String], documents: &BTreeMap<String, Extract>) -> Option<(String, u32)> {
    let stances = ids
        .iter()
        .flat_map(|id| documents[id].stances.iter().map(move |stance| (id, stance)));
    let mine = stances.filter(|(_, stance)| stance.position == position && stance.polarity == polarity);
    let best = mine.reduce(|best, next| if next.1.weight > best.1.weight { next } else { best })?;
    Some((best.0.clone(), best.1.id))
}

impl Disagreement {
    /// The row, with the sentences of both sides.
    pub fn row(&self, groups: &Groups, names: &Names, texts: &Texts) -> DisagreementRow {
        let witness = |(document, stance): &(String, u32)| Witness {
            document: document.clone(),
            stance: *stance,
            text: texts.sentence(document, *stance).to_owned(),
        };
        DisagreementRow {
            holder: names.id(self.position.holder).to_owned(),
            target: names.id(self.position.target).to_owned(),
            attributed_to: self.position.source.map(|source| names.id(source).to_owned()),
            a: groups.0[self.a].name.clone(),
            b: groups.0[self.b].name.clone(),
            score_a: Figure(self.standing_a.score()),
            score_b: Figure(self.standing_b.score()),
            n_a: self.standing_a.n(),
            n_b: self.standing_b.n(),
            label_a: self.standing_a.label(),
            label_b: self.standing_b.label(),
            evidence_a: witness(&self.witness_a),
            evidence_b: witness(&self.witness_b),
        }
    }
}

/// How often each two groups judge the same holder and target alike, where both lean one way.
pub fn rows(groups: &Groups) -> Vec<AgreementRow> {
    let mut leaning: BTreeMap<Position, Vec<(usize, bool)>> = BTreeMap::new();
    for (number, group) in groups.0.iter().enumerate() {
        for (position, standing) in group
            .positions
            .iter()
            .filter(|(_, standing)| standing.positive != standing.negative)
        {
            let favourable = standing.positive > standing.negative;
            leaning.entry(*position).or_default().push((number, favourable));
        }
    }
    let mut pairs: BTreeMap<(usize, usize), (u32, u32)> = BTreeMap::new();
    for sides in leaning.values() {
        for (index, (a, side_a)) in sides.iter().enumerate() {
            for (b, side_b) in &sides[index + 1..] {
                let pair = pairs.entry((*a, *b)).or_default();
                pair.0 += 1;
                pair.1 += u32::from(side_a == side_b);
            }
        }
    }
    let row = |((a, b), (shared, same)): ((usize, usize), (u32, u32))| AgreementRow {
        a: groups.0[a].name.clone(),
        b: groups.0[b].name.clone(),
        shared,
        same,
        score: Figure((2.0 * f64::from(same) - f64::from(shared)) / f64::from(shared)),
    };
    pairs.into_iter().map(row).collect()
}
