//! What the file says about itself: the information dictionary, XMP, the catalog's language.

use hayro_syntax::Pdf;
use hayro_syntax::object::{self, DateTime, Dict, Stream};
use quick_xml::Reader;
use quick_xml::events::Event;

use super::strings;
use crate::document::Metadata;

/// The document catalog.
pub(super) fn catalog(pdf: &Pdf) -> Dict<'_> {
    pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_else(Dict::empty)
}

/// The file's metadata. What a program left there unasked ("Microsoft Word - draft3.doc") is left out.
///
/// The date of creation is kept as the further field `created`: the page's own date is better.
pub(super) fn read(pdf: &Pdf) -> Metadata {
    let info = pdf.metadata();
    let catalog = catalog(pdf);
    let xmp = catalog
        .get::<Stream<'_>>("Metadata")
        .and_then(|stream| stream.decoded_data().ok().map(|data| xmp(&data)))
        .unwrap_or_default();
    let text = |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(|bytes| folded(&strings::decode(bytes)));
    let title = text(&info.title)
        .filter(|title| !is_junk_title(title))
        .or(xmp.title.filter(|title| !is_junk_title(title)));
    let mut authors: Vec<String> = if xmp.authors.is_empty() {
        text(&info.author).map(|names| split_names(&names)).unwrap_or_default()
    } else {
        xmp.authors
    };
    authors.retain(|author| !is_junk_author(author));
    let mut metadata = Metadata {
        title,
        authors,
        publisher: xmp.publisher,
        date: xmp.published,
        ..Metadata::default()
    };
    metadata.language = catalog
        .get::<object::String<'_>>("Lang")
        .map(|lang| strings::decode(lang.as_bytes()))
        .or(xmp.language)
        .and_then(|tag| language(&tag));
    let further = [
        ("created", info.creation_date.as_ref().and_then(date).or(xmp.created)),
        ("modified", info.modification_date.as_ref().and_then(date)),
        ("subject", text(&info.subject)),
        ("keywords", text(&info.keywords)),
        ("creator", text(&info.creator)),
    ];
    for (name, value) in further {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            metadata.further.insert(name.to_owned(), value.into());
        }
    }
    metadata
}

fn folded(text: &str) -> String {
    let visible = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn date(date: &DateTime) -> Option<String> {
    let known = date.year >= 1980 && (1..=12).contains(&date.month) && (1..=31).contains(&date.day);
    known.then(|| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day))
}

/// The primary language of a tag such as "en-US".
fn language(tag: &str) -> Option<String> {
    let primary = tag.split(['-', '_']).next().unwrap_or("").to_lowercase();
    ((2..=3).contains(&primary.len()) && primary.bytes().all(|byte| byte.is_ascii_lowercase())).then_some(primary)
}

fn split_names(names: &str) -> Vec<String> {
    names
        .split([';', '|'])
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .collect()
}

/// Whether a program made the title up: a file name, a template's, nothing but a code.
pub(super) fn is_junk_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let stock = [
        "untitled",
        "blank",
        "slide 1",
        "document",
        "title",
        "layout 1",
        "no job name",
        "powerpoint presentation",
        "presentation",
        "template",
        "print",
    ];
    let starts = [
        "microsoft word",
        "microsoft powerpoint",
        "microsoft excel",
        "untitled",
        "document1",
        "file:",
        "http:",
        "https:",
        "d:\\",
        "c:\\",
        "noname",
    ];
    let ends = [
        ".doc", ".docx", ".rtf", ".indd", ".qxd", ".qxp", ".vp", ".pdf", ".wpd", ".pub", ".ppt", ".pptx", ".odt", ".tex", ".dvi", ".p65",
        ".pmd", ".fm", ".txt", ".html",
    ];
    let words = title.split_whitespace().count();
    let is_slug = title.is_ascii() && title.contains('-') && !title.contains(char::is_uppercase);
    let is_code =
        words <= 1 && (is_slug || title.contains(['_', '/', '\\']) || title.chars().any(|c| c.is_ascii_digit()) || title.len() < 4);
    let has_letters = title.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    let is_lost = title.contains(char::REPLACEMENT_CHARACTER) || title.chars().filter(|&c| c == '?').count() * 3 > title.chars().count();
    stock.contains(&lower.as_str())
        || starts.iter().any(|start| lower.starts_with(start))
        || ends.iter().any(|end| lower.ends_with(end))
        || is_code
        || !has_letters
        || is_lost
}

/// Whether the author is a login or a role, not a name.
fn is_junk_author(author: &str) -> bool {
    let lower = author.to_lowercase();
    let stock = [
        "user",
        "admin",
        "administrator",
        "owner",
        "author",
        "unknown",
        "anonymous",
        "default",
        "pc",
        "office",
        "microsoft office user",
        "windows user",
        "dell",
        "hp",
        "lenovo",
        "customer",
    ];
    // A single word is an account's name; scripts without spaces write whole names so.
    let is_login = !author.contains(char::is_whitespace) && author.is_ascii();
    stock.contains(&lower.as_str()) || is_login || author.contains('@') || author.contains(char::REPLACEMENT_CHARACTER)
}

/// What XMP tells.
#[derive(Debug, Default)]
struct Xmp {
    title: Option<String>,
    authors: Vec<String>,
    publisher: Option<String>,
    published: Option<String>,
    created: Option<String>,
    language: Option<String>,
}

/// Reads the properties wanted from an XMP packet; what is not well-formed ends it.
fn xmp(packet: &[u8]) -> Xmp {
    let Ok(packet) = std::str::from_utf8(packet) else {
        return Xmp::default();
    };
    let (mut xmp, mut reader, mut path) = (Xmp::default(), Reader::from_str(packet), Vec::<String>::new());
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) if path.len() < 64 => path.push(tag.name().as_ref().to_owned()),
            Ok(Event::End(_)) => drop(path.pop()),
            Ok(Event::Text(text)) => xmp.add(&path, &folded(&text)),
            Ok(Event::Eof | Event::Start(_)) | Err(_) => return xmp,
            Ok(_) => {}
        }
    }
}

impl Xmp {
    fn add(&mut self, path: &[String], text: &str) {
        if text.is_empty() {
            return;
        }
        let within = |name: &str| path.iter().rev().take(3).any(|step| step == name);
        let day = || text.get(..10).map(str::to_owned).filter(|day| day.as_bytes()[4] == b'-');
        if within("dc:title") {
            self.title.get_or_insert_with(|| text.to_owned());
        } else if within("dc:creator") {
            self.authors.extend(split_names(text));
        } else if within("dc:publisher") {
            self.publisher.get_or_insert_with(|| text.to_owned());
        } else if within("dc:language") {
            self.language.get_or_insert_with(|| text.to_owned());
        } else if within("prism:publicationDate") {
            self.published = self.published.take().or_else(day);
        } else if within("xmp:CreateDate") {
            self.created = self.created.take().or_else(day);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_junk_author, is_junk_title};

    #[test]
    fn titles_made_by_programs_are_junk() {
        for junk in [
            "Microsoft Word - draft3",
            "Sp04PDF.vp",
            "untitled",
            "brief_2021_final",
            "IF12106",
            "",
        ] {
            assert!(is_junk_title(junk), "{junk}");
        }
        for title in ["Iran and Nuclear Weapons Production", "Securing the Strait: 5 Options"] {
            assert!(!is_junk_title(title), "{title}");
        }
    }

    #[test]
    fn logins_are_no_authors() {
        assert!(is_junk_author("jsmith2") && is_junk_author("ADMIN") && is_junk_author("Babbs") && !is_junk_author("Jane Smith"));
    }
}
