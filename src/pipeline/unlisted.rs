//! Names in a document that no lexicon has.

use std::collections::HashSet;

use super::Analysis;
use crate::document::{BlockKind, Kind};
use crate::lexicon::{Lexicon, Sighting, class_by_words, is_acronym};
use crate::span::Span;
use crate::token::{Sentence, Token, TokenKind};

impl Analysis {
    /// Every use of a name that `lexicon` has not: the names that the document itself makes, initials, and capitalised
    /// words within a sentence that are no mention.
    pub fn unlisted(&self, lexicon: &Lexicon) -> Vec<Sighting> {
        let mut sightings = self.made(lexicon);
        let mut covered: Vec<Span> = self
            .found
            .mentions
            .iter()
            .filter(|m| m.kind != Kind::Theme)
            .map(|m| m.span)
            .collect();
        covered.sort_unstable();
        let text = &self.document.text;
        let small: HashSet<&str> = self
            .tokens
            .iter()
            .map(|token| token.span.of(text))
            .filter(|word| word.starts_with(char::is_lowercase))
            .collect();
        for sentence in &self.sentences {
            let kind = self.document.blocks[sentence.block as usize].kind;
            if !matches!(kind, BlockKind::Body | BlockKind::List | BlockKind::Caption) {
                continue; // headings capitalise any word
            }
            for span in self.capitalised(sentence, &small) {
                let class = class_by_words(span.of(text));
                let mut within = covered.iter().filter(|mention| mention.overlaps(span));
                // A longer name may begin with one that is known: "Iraqi Border Guard".
                let longer = |mention: &Span| class.is_some() && mention.end < span.end;
                if within.all(longer) {
                    sightings.push(self.sighting(span, sentence, class, None));
                }
            }
        }
        sightings
    }

    /// Mentions of entities that are in no lexicon.
    fn made(&self, lexicon: &Lexicon) -> Vec<Sighting> {
        let mentions = self.found.mentions.iter().filter_map(|mention| {
            let entity = &self.found.entities[mention.entity as usize];
            let is_new = lexicon.entity(&entity.id).is_none() && mention.kind != Kind::Theme;
            let surface = mention.span.of(&self.document.text);
            let long = (entity.name != surface && is_acronym(surface)).then(|| entity.name.clone());
            let sentence = &self.sentences[mention.sentence as usize];
            (is_new && (long.is_some() || entity.name == surface)).then(|| self.sighting(mention.span, sentence, mention.class, long))
        });
        mentions.collect()
    }

    fn sighting(&self, span: Span, sentence: &Sentence, class: Option<crate::lexicon::Class>, long: Option<String>) -> Sighting {
        let tokens = &self.tokens[sentence.first_token as usize..sentence.end_token as usize];
        let whole = tokens
            .first()
            .zip(tokens.last())
            .map_or(span, |(first, last)| first.span.hull(last.span));
        Sighting {
            name: span.of(&self.document.text).to_owned(),
            class,
            long,
            document: self.document.head.id.clone(),
            sentence: whole.of(&self.document.text).to_owned(),
        }
    }

    /// Runs of capitalised words after the first word of a sentence, with "of", "for" and the like between.
    fn capitalised(&self, sentence: &Sentence, small: &HashSet<&str>) -> Vec<Span> {
        let text = &self.document.text;
        let tokens = &self.tokens[sentence.first_token as usize..sentence.end_token as usize];
        let word = |token: &Token| token.span.of(text);
        let is_capital = |token: &Token| {
            let word = token.span.of(text);
            token.kind == TokenKind::Word && word.starts_with(char::is_uppercase) && word.len() > 1
        };
        if tokens.iter().filter(|t| is_capital(t)).count() * 2 > tokens.iter().filter(|t| t.kind == TokenKind::Word).count() {
            return Vec::new(); // a heading or a list of names that was taken for a sentence
        }
        let mut runs = Vec::new();
        let mut at = 1;
        while at < tokens.len() {
            if !is_capital(&tokens[at]) {
                at += 1;
                continue;
            }
            let first = at;
            let mut end = at + 1;
            while end < tokens.len() {
                let joins = CONNECTORS.contains(&word(&tokens[end])) && tokens.get(end + 1).is_some_and(is_capital);
                if is_capital(&tokens[end]) && only_blank(text, &tokens[end - 1], &tokens[end]) {
                    end += 1;
                } else if joins && only_blank(text, &tokens[end - 1], &tokens[end]) {
                    end += 2;
                } else {
                    break;
                }
            }
            let span = tokens[first].span.hull(tokens[end - 1].span);
            if end - first > 1 || is_name_of_one_word(span.of(text), small) {
                runs.push(span);
            }
            at = end;
        }
        runs
    }
}

const CONNECTORS: &[&str] = &["of", "for", "de", "del", "al", "bin", "ibn", "la", "the"];

fn only_blank(text: &str, a: &Token, b: &Token) -> bool {
    text.get(a.span.end as usize..b.span.start as usize)
        .is_some_and(|between| between == " ")
}

/// Initials, or a word that the document never writes small and that is no given name or month.
fn is_name_of_one_word(word: &str, small: &HashSet<&str>) -> bool {
    let lower = word.to_lowercase();
    let common = OTHER_CAPITALS.contains(&lower.as_str());
    let roman = word.chars().all(|c| "IVXLCDM".contains(c));
    !common
        && !roman
        && (is_acronym(word) || word.chars().count() > 3 && !small.contains(lower.as_str()) && word.chars().skip(1).all(char::is_lowercase))
}

/// Words with a capital that name nobody.
const OTHER_CAPITALS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "president",
    "minister",
    "secretary",
    "general",
    "prime",
    "chairman",
    "english",
    "article",
    "chapter",
    "figure",
    "table",
    "section",
    "annex",
    "appendix",
    "note",
    "usd",
    "gdp",
    "ngo",
    "ngos",
    "ceo",
    "pdf",
    "http",
    "https",
    "doi",
];
