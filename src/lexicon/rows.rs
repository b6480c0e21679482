//! Entries to lexicon files: what imports and suggestions write.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::entity::Class;
use super::table::ENTRIES;

/// An id on its way into a lexicon file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewEntry {
    /// Its class; `None` for a theme.
    pub class: Option<Class>,
    /// Display name.
    pub name: String,
    /// `key=value` items.
    pub codes: Vec<String>,
    /// Surface forms, each with its policy.
    pub aliases: BTreeMap<String, NewAlias>,
    /// Comment lines to stand before the entry.
    pub comments: Vec<String>,
}

/// What a row says of an alias.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NewAlias {
    /// The cell `case`.
    pub case: &'static str,
    /// The cell `reading`.
    pub reading: &'static str,
}

impl NewAlias {
    /// Initials count as written and are read as such; other aliases have no policy.
    pub fn of(surface: &str) -> Self {
        if is_acronym(surface) {
            Self {
                case: "exact",
                reading: "acronym",
            }
        } else {
            Self::default()
        }
    }
}

/// Two to six capitals and digits, at least two of them letters.
pub fn is_acronym(surface: &str) -> bool {
    let capital = |c: char| c.is_uppercase();
    (2..=6).contains(&surface.chars().count())
        && surface.chars().all(|c| capital(c) || c.is_ascii_digit() || c == '-')
        && surface.chars().filter(|&c| capital(c)).count() >= 2
}

/// A lexicon file: header, entries in the given order, the name's own row first.
pub fn render<'a>(entries: impl IntoIterator<Item = (&'a str, &'a NewEntry)>, source: &str) -> String {
    let mut text = ENTRIES.join("\t") + "\n";
    for (id, entry) in entries {
        for comment in &entry.comments {
            let _ = writeln!(text, "# {}", comment.replace(['\n', '\r'], " "));
        }
        let mut aliases: Vec<(&String, &NewAlias)> = entry.aliases.iter().collect();
        aliases.sort_by_key(|(alias, _)| **alias != entry.name);
        for (at, (alias, cells)) in aliases.into_iter().enumerate() {
            let (kind, class) = entry.class.map_or(("theme", ""), |class| (kind(class), class.name()));
            let codes = entry.codes.join("|");
            let first = [kind, class, entry.name.as_str(), codes.as_str()];
            let [kind, class, name, codes] = if at == 0 { first } else { [""; 4] };
            let _ = writeln!(
                text,
                "{id}\t{kind}\t{class}\t{name}\t{alias}\t{}\t{}\t\t\t\t\t\t\t{codes}\t{source}",
                cells.case, cells.reading
            );
        }
    }
    text
}

fn kind(class: Class) -> &'static str {
    if class.is_place() { "place" } else { "actor" }
}

/// The id that a name of a class gets: the class's prefix and a slug of letters and digits.
///
/// `None` where the name has no letter of the Latin alphabet.
pub fn id_of(class: Option<Class>, name: &str) -> Option<String> {
    use unicode_normalization::UnicodeNormalization;
    let plain: String = name.nfd().filter(char::is_ascii).collect::<String>().to_lowercase();
    let separator = if class.is_none() { "_" } else { "-" };
    let words: Vec<&str> = plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    (!words.is_empty()).then(|| format!("{}:{}", class.map_or("theme", Class::prefix), words.join(separator)))
}
