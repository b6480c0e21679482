//! What a page says about itself: JSON-LD, Open Graph, citation and Dublin Core tags, `<time>`, `<html lang>`.

use dom_query::{Document, Element};
use serde_json::{Map, Value};

use super::elements::attr;
use super::json_ld;

/// Names and properties of `<meta>` for each field, the more telling first.
const TAGS: &[(&str, &[&str])] = &[
    (
        "title",
        &[
            "citation_title",
            "og:title",
            "twitter:title",
            "dc.title",
            "dcterms.title",
            "parsely-title",
            "sailthru.title",
        ],
    ),
    (
        "authors",
        &[
            "citation_author",
            "author",
            "article:author",
            "dc.creator",
            "dcterms.creator",
            "parsely-author",
            "sailthru.author",
            "byl",
        ],
    ),
    (
        "publisher",
        &[
            "citation_publisher",
            "og:site_name",
            "dc.publisher",
            "dcterms.publisher",
            "publisher",
            "application-name",
        ],
    ),
    (
        "date",
        &[
            "article:published_time",
            "citation_publication_date",
            "citation_date",
            "citation_online_date",
            "datepublished",
            "pubdate",
            "publishdate",
            "publish-date",
            "publication_date",
            "parsely-pub-date",
            "sailthru.date",
            "dc.date.issued",
            "dcterms.issued",
            "dcterms.date",
            "dc.date",
            "date",
            "og:published_time",
        ],
    ),
    (
        "modified",
        &["article:modified_time", "og:updated_time", "datemodified", "last-modified"],
    ),
    ("language", &["og:locale", "dc.language", "content-language", "citation_language"]),
    (
        "description",
        &["og:description", "description", "dc.description", "twitter:description"],
    ),
    ("keywords", &["keywords", "news_keywords", "article:tag"]),
    ("section", &["article:section"]),
    ("url", &["og:url"]),
];

/// The fields that `document` names.
pub(super) fn fields(document: &Document) -> Map<String, Value> {
    let mut fields = json_ld::fields(document);
    from_tags(document, &mut fields);
    if let Some(language) = language(document) {
        fields.insert("language".to_owned(), language.into());
    }
    let links = [
        ("url", "link[rel=canonical]", "href"),
        ("date", "[itemprop=datePublished]", "content"),
        ("date", "time[datetime]", "datetime"),
    ];
    for (field, selector, name) in links {
        let found = document.select_single(selector);
        let value = found
            .attr(name)
            .or_else(|| found.attr("datetime"))
            .filter(|value| !value.trim().is_empty());
        if let Some(value) = value.filter(|_| !fields.contains_key(field)) {
            fields.insert(field.to_owned(), value.trim().into());
        }
    }
    if !fields.contains_key("title")
        && let Some(title) = titled(document)
    {
        fields.insert("title".to_owned(), title.into());
    }
    fields.retain(|_, value| value.as_str().is_none_or(|text| !text.trim().is_empty()));
    fields
}

fn from_tags(document: &Document, fields: &mut Map<String, Value>) {
    let tags: Vec<(String, String)> = document
        .select("meta")
        .nodes()
        .iter()
        .filter_map(|node| tag(&*node.element_ref()?))
        .collect();
    for (field, names) in TAGS {
        if fields.contains_key(*field) {
            continue;
        }
        let values = |name: &&str| -> Vec<Value> {
            let of_name = tags.iter().filter(|(known, value)| known == *name && is_telling(field, value));
            of_name.map(|(_, value)| Value::from(value.as_str())).collect()
        };
        let Some(mut found) = names.iter().map(values).find(|values| !values.is_empty()) else {
            continue;
        };
        let value = if matches!(*field, "authors" | "keywords") && found.len() > 1 {
            Value::Array(found)
        } else {
            found.swap_remove(0)
        };
        fields.insert((*field).to_owned(), value);
    }
}

/// Name (in lower case) and content of a `<meta>`.
fn tag(element: &Element) -> Option<(String, String)> {
    let name = ["property", "name", "itemprop", "http-equiv"]
        .iter()
        .find_map(|name| attr(element, name))?;
    let content = attr(element, "content")?.trim();
    (!content.is_empty()).then(|| (name.trim().to_lowercase(), content.to_owned()))
}

/// An author's page is no author.
fn is_telling(field: &str, value: &str) -> bool {
    field != "authors" || !value.starts_with("http")
}

/// `en` of `<html lang="en-GB">`.
fn language(document: &Document) -> Option<String> {
    let root = document.html_root();
    let lang = root.attr("lang").or_else(|| root.attr("xml:lang"))?;
    let primary = lang.split(['-', '_']).next()?.trim().to_lowercase();
    (2..=3).contains(&primary.len()).then_some(primary)
}

/// The `<title>` without the site's name around it.
fn titled(document: &Document) -> Option<String> {
    let title = document.select_single("title").text();
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let parts = [" | ", " – ", " — ", " - ", " :: ", " » "]
        .iter()
        .find_map(|sign| title.contains(sign).then(|| title.split(sign)));
    let longest = parts
        .and_then(|parts| parts.max_by_key(|part| part.len()))
        .map(|part| part.trim().to_owned());
    longest.or(Some(title)).filter(|title| !title.is_empty())
}
