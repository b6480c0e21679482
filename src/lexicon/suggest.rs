//! Names that documents use and no lexicon has, as entries to look through.

use std::collections::{BTreeMap, BTreeSet};

use super::entity::Class;
use super::rows::{NewAlias, NewEntry, id_of, is_acronym};

/// One use of a name that no lexicon has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sighting {
    /// The name as written.
    pub name: String,
    /// What it seems to be; `None` where neither its words nor the document tell.
    pub class: Option<Class>,
    /// The full name, where the document says that this is short for it.
    pub long: Option<String>,
    /// The document's id.
    pub document: String,
    /// The sentence.
    pub sentence: String,
}

/// All sightings, gathered by name.
#[derive(Debug, Default)]
pub struct Suggestions(BTreeMap<String, Gathered>);

#[derive(Debug, Default)]
struct Gathered {
    count: usize,
    documents: BTreeSet<String>,
    classes: BTreeMap<Class, usize>,
    short: BTreeSet<String>,
    evidence: Vec<(String, String)>,
}

/// A name worth an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Proposed id.
    pub id: String,
    /// Documents that use it.
    pub documents: usize,
    /// How often they use it.
    pub count: usize,
    /// The entry, with the evidence as comments.
    pub entry: NewEntry,
}

/// Sentences shown for a name.
const EVIDENCE: usize = 2;

impl Suggestions {
    /// Adds one use.
    pub fn note(&mut self, sighting: Sighting) {
        let short = sighting.long.is_some().then(|| sighting.name.clone());
        let gathered = self.0.entry(sighting.long.unwrap_or(sighting.name)).or_default();
        gathered.count += 1;
        gathered.short.extend(short);
        if let Some(class) = sighting.class {
            *gathered.classes.entry(class).or_default() += 1;
        }
        let new_document = gathered.documents.insert(sighting.document.clone());
        if new_document && gathered.evidence.len() < EVIDENCE {
            gathered.evidence.push((sighting.document, sighting.sentence));
        }
    }

    /// Names in at least `min_documents` documents, widest spread first, then the most used, then by name.
    pub fn ranked(&self, min_documents: usize) -> Vec<Suggestion> {
        let enough = self.0.iter().filter(|(_, gathered)| gathered.documents.len() >= min_documents);
        let mut ranked: Vec<Suggestion> = enough.filter_map(|(name, gathered)| suggestion(name, gathered)).collect();
        ranked.sort_by(|a, b| {
            (b.documents, b.count)
                .cmp(&(a.documents, a.count))
                .then_with(|| a.entry.name.cmp(&b.entry.name))
        });
        let mut ids = BTreeSet::new();
        ranked.retain(|suggestion| ids.insert(suggestion.id.clone()));
        ranked
    }
}

fn suggestion(name: &str, gathered: &Gathered) -> Option<Suggestion> {
    let told = gathered
        .classes
        .iter()
        .max_by_key(|(class, count)| (**count, std::cmp::Reverse(**class)));
    let class = told.map_or(Class::Ngo, |(class, _)| *class);
    let mut comments = vec![format!(
        "{} documents, {} times{}",
        gathered.documents.len(),
        gathered.count,
        if told.is_none() { "; the class is a guess" } else { "" }
    )];
    comments.extend(
        gathered
            .evidence
            .iter()
            .map(|(document, sentence)| format!("{document}: {}", shortened(sentence))),
    );
    let aliases = std::iter::once(name).chain(gathered.short.iter().map(String::as_str));
    let entry = NewEntry {
        class: Some(class),
        name: name.to_owned(),
        codes: Vec::new(),
        aliases: aliases.map(|alias| (alias.to_owned(), NewAlias::of(alias))).collect(),
        comments,
    };
    Some(Suggestion {
        id: id_of(Some(class), name)?,
        documents: gathered.documents.len(),
        count: gathered.count,
        entry,
    })
}

fn shortened(sentence: &str) -> String {
    const MOST: usize = 160;
    let one_line = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.chars().count() <= MOST {
        return one_line;
    }
    one_line.chars().take(MOST).collect::<String>() + "…"
}

/// What a name's own words say it is: "Front" an armed group, "Ministry" an agency.
pub fn class_by_words(name: &str) -> Option<Class> {
    if is_acronym(name) {
        return None;
    }
    let words: Vec<&str> = name.split([' ', '-']).collect();
    let has = |known: &&str| words.iter().any(|word| word.trim_end_matches('s') == known.trim_end_matches('s'));
    HEADS
        .iter()
        .find(|(_, heads)| heads.split(' ').any(|head| has(&head)))
        .map(|(class, _)| *class)
}

/// Head words by class; the first class that has one of the name's words wins.
const HEADS: &[(Class, &str)] = &[
    (Class::Media, "Times Post News Herald Tribune Gazette Journal Television Radio"),
    (
        Class::Initiative,
        "Agreement Treaty Accord Convention Initiative Project Programme Program Plan Corridor Pact Protocol Declaration Dialogue Operation Partnership Summit",
    ),
    (Class::Party, "Party"),
    (
        Class::ArmedGroup,
        "Front Brigade Brigades Movement Militia Resistance Battalion Liberation Mujahideen Jihad",
    ),
    (
        Class::Agency,
        "Ministry Department Agency Army Navy Police Parliament Assembly Senate Court Commission Secretariat Authority Service Guard Directorate Bureau Forces",
    ),
    (
        Class::Company,
        "Company Corporation Corp Inc Ltd Group Airlines Bank Holdings Industries Technologies",
    ),
    (
        Class::Ngo,
        "University Institute Foundation Council Association Society Centre Center Federation Union Network Organisation Organization Committee Forum",
    ),
    (Class::Water, "River Sea Lake Strait Gulf Bay Canal Ocean"),
    (
        Class::Region,
        "Province Region Valley District Island Islands Peninsula Mountains Oblast County State Governorate",
    ),
    (Class::Facility, "Airport Port Base Dam Bridge Plant Camp Prison Airfield"),
];
