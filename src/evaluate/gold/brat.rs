//! brat's stand-off annotation: `T` lines are mentions, `N` lines their entities, `E` lines stances with `A` lines.

use std::collections::BTreeMap;

use super::{GoldDocument, GoldMention, GoldStance};

pub fn read(id: String, text: String, annotation: &str) -> GoldDocument {
    let lines: Vec<Vec<&str>> = annotation.lines().map(|line| line.split('\t').collect()).collect();
    let of = |letter: char| lines.iter().filter(move |cells| cells[0].starts_with(letter));
    let mut mentions: BTreeMap<&str, GoldMention> = of('T').filter_map(|cells| Some((cells[0], mention(cells.get(1)?)?))).collect();
    for cells in of('N') {
        name(cells, &mut mentions);
    }
    let stances = of('E').filter_map(|cells| stance(cells, of('A'), of('T'), &mentions));
    let stances: Vec<GoldStance> = stances.collect();
    GoldDocument {
        id,
        file: None,
        text,
        metadata: serde_json::Map::new(),
        blocks: Vec::new(),
        all_zones: true,
        mentions: mentions.into_values().collect(),
        stances: (!stances.is_empty()).then_some(stances),
    }
}

/// `Label start end`; of a discontinuous one (`start end;start end`) the hull.
fn mention(place: &str) -> Option<GoldMention> {
    let (label, _) = place.split_once(' ')?;
    let (start, end) = offsets(place)?;
    GoldMention::labelled(start, end, label)
}

fn offsets(place: &str) -> Option<(u32, u32)> {
    let mut numbers = place.split([' ', ';']).skip(1).filter_map(|number| number.parse().ok());
    Some((numbers.next()?, numbers.last()?))
}

/// `Reference T1 source:id` and the name, as this program writes them.
fn name(cells: &[&str], mentions: &mut BTreeMap<&str, GoldMention>) {
    let mut words = cells.get(1).into_iter().flat_map(|cell| cell.split(' ')).skip(1);
    if let (Some(key), Some(code)) = (words.next(), words.next())
        && let Some(mention) = mentions.get_mut(key)
    {
        code.split_once(':').map_or(code, |(_, id)| id).clone_into(&mut mention.entity);
        cells.get(2).copied().unwrap_or_default().clone_into(&mut mention.name);
    }
}

/// `Stance:T9 Holder:T1 Target:T2` with its `Polarity`; one without a holder or a target has none to compare.
fn stance<'a>(
    cells: &[&str],
    mut attributes: impl Iterator<Item = &'a Vec<&'a str>>,
    mut spans: impl Iterator<Item = &'a Vec<&'a str>>,
    mentions: &BTreeMap<&str, GoldMention>,
) -> Option<GoldStance> {
    let argument = |role: &str| cells.get(1)?.split(' ').find_map(|word| word.strip_prefix(role)?.strip_prefix(':'));
    let party = |role| {
        mentions
            .get(argument(role)?)
            .map(|it| if it.entity.is_empty() { &it.name } else { &it.entity })
    };
    let trigger = argument("Stance")?;
    let (start, end) = offsets(spans.find(|span| span[0] == trigger)?.get(1)?)?;
    let polarity = attributes.find_map(|attribute| {
        let mut words = attribute.get(1)?.split(' ');
        (words.next() == Some("Polarity") && words.next() == Some(cells[0])).then(|| words.next())?
    });
    Some(GoldStance {
        start,
        end,
        holder: party("Holder")?.clone(),
        target: party("Target")?.clone(),
        polarity: match polarity {
            Some("positive") => 1,
            Some("negative") => -1,
            _ => 0,
        },
    })
}
