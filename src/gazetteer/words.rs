//! What single words tell about the names beside them.

use rustc_hash::FxHashMap;

use super::gate::{Gate, first_letters};
use super::inflect;
use super::senses::Senses;
use crate::lexicon::{CONTEXT_WORDS, Class, GIVEN_NAMES, list_words};

/// A set of [`Sort`]s.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sorts(u64);

impl Sorts {
    pub fn has(self, sort: Sort) -> bool {
        self.0 & sort as u64 != 0
    }

    pub fn has_any(self, sorts: &[Sort]) -> bool {
        sorts.iter().any(|&sort| self.has(sort))
    }
}

macro_rules! sorts {
    ($($(#[$doc:meta])* $name:ident = $section:literal),* $(,)?) => {
        /// What a word may be, beside a name; one for each section of `lexicons/context/words.txt`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u64)]
        pub(super) enum Sort { $($(#[$doc])* $name = 1 << Position::$name as u64),* }
        enum Position { $($name),* }
        const SECTIONS: &[(&str, Sort)] = &[$(($section, Sort::$name)),*];
    };
}

sorts! {
    AgentNoun = "agent_noun",
    WeaponNoun = "weapon_noun",
    PolicyNoun = "policy_noun",
    EventNoun = "event_noun",
    SettingNoun = "setting_noun",
    PeopleNoun = "people_noun",
    ThingNoun = "thing_noun",
    PersonVerb = "person_verb",
    PlaceVerb = "place_verb",
    ReachVerb = "reach_verb",
    MotionVerb = "motion_verb",
    MotionNoun = "motion_noun",
    ObjectVerb = "object_verb",
    ActorOf = "actor_of",
    PlaceOf = "place_of",
    ActorWith = "actor_with",
    PlaceWith = "place_with",
    ActorFrom = "actor_from",
    ActorTo = "actor_to",
    Sport = "sport",
    SpeechTitle = "speech_title",
    TitlePart = "title_part",
    OrganizationHead = "organization_head",
    OfHead = "of_head",
    PlaceHead = "place_head",
    PlaceBefore = "place_before",
    Street = "street",
    NameBlocker = "name_blocker",
    GivenName = "given_name",
    FunctionWord = "function_word",
    Adverb = "adverb",
    Filler = "filler",
    Members = "members",
    Kinds = "kinds",
    ActorFor = "actor_for",
    Deed = "deed",
    Origin = "origin",
    Willing = "willing",
    Described = "described",
    Government = "government",
    PlacePreposition = "place_preposition",
    PartOfPlace = "part_of_place",
    Clause = "clause",
    OtherPreposition = "other_preposition",
    Particle = "particle",
    Collective = "collective",
    Building = "building",
    Settlement = "settlement",
    Settlements = "settlements",
    Distance = "distance",
    Land = "land",
    Local = "local",
    Trust = "trust",
    Describing = "describing",
}

/// The months as dates name them.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Every word of the lists, in lower case.
pub(super) struct WordBook {
    gate: Gate,
    pub senses: Senses,
    sorts: FxHashMap<String, Sorts>,
    organizations: FxHashMap<&'static str, Class>,
    places: FxHashMap<&'static str, Class>,
}

impl WordBook {
    pub fn new() -> Self {
        let mut book = Self {
            gate: Gate::default(),
            senses: Senses::new(),
            sorts: FxHashMap::default(),
            organizations: FxHashMap::default(),
            places: FxHashMap::default(),
        };
        for (section, entry) in list_words(CONTEXT_WORDS) {
            let Some((_, sort)) = SECTIONS.iter().find(|(name, _)| *name == section) else {
                continue;
            };
            let (word, class) = entry.split_once('/').unwrap_or((entry, ""));
            if let Some(class) = Class::named(class) {
                let classes = if class.is_place() {
                    &mut book.places
                } else {
                    &mut book.organizations
                };
                classes.insert(word, class);
            }
            book.add_forms(section, word, *sort);
        }
        for (_, name) in list_words(GIVEN_NAMES) {
            book.add(name.to_lowercase(), Sort::GivenName);
        }
        book
    }

    /// What the word is; nothing where no list has it.
    pub fn sorts(&self, word: &str) -> Sorts {
        if !word.is_ascii() {
            let plain: String = word.chars().map(super::variants::plain).collect();
            return self.listed(&plain.to_lowercase());
        }
        if !self.gate.passes(first_letters(word.as_bytes(), true)) {
            return Sorts::default();
        }
        if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return self.listed(&word.to_ascii_lowercase());
        }
        self.listed(word)
    }

    fn listed(&self, lower: &str) -> Sorts {
        self.sorts.get(lower).copied().unwrap_or_default()
    }

    /// The class that the last word of an organization's name gives it.
    pub fn organization(&self, head: &str) -> Option<Class> {
        self.organizations.get(head.to_lowercase().as_str()).copied()
    }

    /// The class that the last word of a place's name gives it.
    pub fn place(&self, head: &str) -> Option<Class> {
        self.places.get(head.to_lowercase().as_str()).copied()
    }

    fn add_forms(&mut self, section: &str, word: &str, sort: Sort) {
        if section.ends_with("_verb") {
            for form in inflect::verb(word) {
                self.add(form, sort);
            }
        } else if section.ends_with("_noun") {
            self.add(inflect::plural(word), sort);
        }
        self.add(word.to_owned(), sort);
    }

    fn add(&mut self, word: String, sort: Sort) {
        self.gate.open(first_letters(word.as_bytes(), true));
        self.sorts.entry(word).or_default().0 |= sort as u64;
    }
}
