//! The lexicons that are built into the program.

/// A built-in lexicon file.
#[derive(Debug, Clone, Copy)]
pub struct File {
    /// Path below `lexicons/`.
    pub path: &'static str,
    /// Its text.
    pub text: &'static str,
    /// Whether it is loaded only on demand (`--places all`).
    pub optional: bool,
}

/// The word after a path: loaded only on demand.
macro_rules! flag {
    (optional) => {
        true
    };
}

macro_rules! files {
    ($($path:literal $($optional:ident)?),* $(,)?) => {
        &[$(File {
            path: $path,
            text: include_str!(concat!("../../lexicons/", $path)),
            optional: false $(|| flag!($optional))?,
        }),*]
    };
}

/// Every built-in file, in the order of paths.
pub fn files() -> &'static [File] {
    FILES
}

const FILES: &[File] = files![
    "actors/agencies.examples.tsv",
    "actors/agencies.tsv",
    "actors/companies.examples.tsv",
    "actors/companies.tsv",
    "actors/groups.examples.tsv",
    "actors/groups.tsv",
    "actors/groups_listed.examples.tsv",
    "actors/groups_listed.tsv",
    "actors/igos.tsv",
    "actors/initiatives.examples.tsv",
    "actors/initiatives.tsv",
    "actors/leaders.examples.tsv",
    "actors/leaders.tsv",
    "actors/media.examples.tsv",
    "actors/media.tsv",
    "actors/nationals.tsv",
    "actors/ngos.examples.tsv",
    "actors/ngos.tsv",
    "actors/organisations.examples.tsv",
    "actors/organisations.tsv",
    "actors/parties.examples.tsv",
    "actors/parties.tsv",
    "actors/parties_listed.examples.tsv",
    "actors/parties_listed.tsv",
    "actors/peoples.examples.tsv",
    "actors/peoples.tsv",
    "actors/persons.examples.tsv",
    "actors/persons.tsv",
    "actors/seats.examples.tsv",
    "actors/seats.tsv",
    "actors/states.examples.tsv",
    "actors/states.tsv",
    "cues/agents.tsv",
    "cues/modality.tsv",
    "cues/stance.examples.tsv",
    "cues/stance.tsv",
    "cues/valence.tsv",
    "cues/verbs.tsv",
    "places/abbreviations.examples.tsv",
    "places/abbreviations.tsv",
    "places/blocs.examples.tsv",
    "places/blocs.tsv",
    "places/borders.examples.tsv",
    "places/borders.tsv",
    "places/cities.examples.tsv",
    "places/cities.tsv",
    "places/cities_small.examples.tsv" optional,
    "places/cities_small.tsv" optional,
    "places/counties.examples.tsv",
    "places/counties.tsv",
    "places/facilities.examples.tsv",
    "places/facilities.tsv",
    "places/mountains.examples.tsv",
    "places/mountains.tsv",
    "places/regions.examples.tsv",
    "places/regions.tsv",
    "places/waters.examples.tsv",
    "places/waters.tsv",
    "themes/threats.examples.tsv",
    "themes/threats.tsv",
];
