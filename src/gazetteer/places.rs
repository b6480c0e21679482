//! Of several places of one name, the right one: by population, by what else the document names, by nearness.

use std::cell::RefCell;
use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::candidate::{Candidate, Cast};
use super::resolve::Group;
use super::view::View;
use crate::lexicon::{Entity, Reading};

/// Where the document is about: its countries, and places that only one entity can be.
pub(super) struct Atlas {
    /// How often each country is named, also by its towns and people.
    countries: BTreeMap<String, f64>,
    /// Coordinates of places that are certain, in degrees.
    points: Vec<(f64, f64)>,
    /// How near each entity asked for is to them.
    near: RefCell<FxHashMap<u32, f64>>,
}

impl Atlas {
    pub fn new(_: &View, cast: &Cast, groups: &[Group], candidates: &[Candidate]) -> Self {
        let mut atlas = Self {
            countries: BTreeMap::new(),
            points: Vec::new(),
            near: RefCell::default(),
        };
        for group in groups.iter().filter(|group| group.members.len() == 1) {
            let Some(number) = candidates[group.members[0]].entity else {
                continue;
            };
            let entity = cast.get(number);
            for country in countries(entity) {
                *atlas.countries.entry(country.to_owned()).or_default() += 1.0;
            }
            if entity.place.is_some() && atlas.points.len() < MOST_POINTS {
                atlas.points.extend(point(entity));
            }
        }
        atlas
    }

    /// The most likely member.
    pub fn nearest(&self, view: &View, cast: &Cast, members: &[usize], candidates: &[Candidate]) -> Option<usize> {
        let mut best: Option<(usize, f64)> = None;
        for &member in members {
            let score = self.score(view, cast, &candidates[member]);
            if best.is_none_or(|(_, known)| score > known) {
                best = Some((member, score));
            }
        }
        best.map(|(member, _)| member)
    }

    fn score(&self, view: &View, cast: &Cast, candidate: &Candidate) -> f64 {
        let Some(number) = candidate.entity else { return f64::MIN };
        let entity = cast.get(number);
        let people = entity.code("pop").and_then(|pop| pop.parse::<f64>().ok()).unwrap_or(0.0);
        let named: f64 = countries(entity).filter_map(|country| self.countries.get(country)).sum();
        let beside = countries(entity).any(|country| self.stands_beside(view, cast, candidate, country));
        let own_name = if candidate.reading == Reading::Literal { 0.5 } else { 0.0 };
        let rank = match entity.code("feature") {
            Some("PPLC") => 2.0,
            Some("PPLA") => 0.5,
            Some("ADM1") => 1.0,
            _ => 0.0,
        };
        let state = if entity.id.starts_with("state:") { 7.5 } else { 0.0 };
        let near = *self.near.borrow_mut().entry(number).or_insert_with(|| self.nearness(entity));
        libm::log10(people + 1.0) + rank + state + own_name + 1.5 * libm::log10(named + 1.0) + near + if beside { 4.0 } else { 0.0 }
    }

    /// Whether the country's name follows within a few words.
    fn stands_beside(&self, view: &View, cast: &Cast, candidate: &Candidate, country: &str) -> bool {
        let Some(number) = cast.find(&format!("state:{country}")) else {
            return false;
        };
        let after = &view.text[view.span(candidate.range).end as usize..];
        let name = cast.get(number).name.as_str();
        after.strip_prefix(", ").is_some_and(|rest| rest.starts_with(name))
    }

    /// From 0 to 1: how close the nearest certain place is.
    fn nearness(&self, entity: &Entity) -> f64 {
        let Some(here) = point(entity) else { return 0.0 };
        let nearest = self.points.iter().map(|&there| distance(here, there)).fold(f64::INFINITY, f64::min);
        libm::exp(-nearest / 300.0)
    }
}

/// More places than this add cost and tell nothing new.
const MOST_POINTS: usize = 200;

fn countries(entity: &Entity) -> impl Iterator<Item = &str> {
    entity.codes.get("iso3").chain(entity.codes.get("country"))
}

/// Latitude and longitude in degrees.
fn point(entity: &Entity) -> Option<(f64, f64)> {
    Some((entity.code("lat")?.parse().ok()?, entity.code("lon")?.parse().ok()?))
}

/// Great-circle distance in kilometers.
fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (from, to) = (a.0.to_radians(), b.0.to_radians());
    let half = |angle: f64| {
        let sine = libm::sin(angle / 2.0);
        sine * sine
    };
    let chord = half(to - from) + libm::cos(from) * libm::cos(to) * half((b.1 - a.1).to_radians());
    2.0 * 6371.0 * libm::asin(libm::sqrt(chord.min(1.0)))
}
