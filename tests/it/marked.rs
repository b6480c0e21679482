//! Test texts with their mentions marked: `{Moscow|Russia}`, `{drug trafficking|drug_trafficking|theme}`.

use std::collections::BTreeMap;
use std::sync::Arc;

use briefscope::document::{Block, BlockKind, Document, Head, Kind, SourceMap};
use briefscope::gazetteer::{Found, Mention};
use briefscope::lexicon::{Choice, Class, Codes, Entity, Lexicon, Reading};
use briefscope::span::Span;
use briefscope::stance::{StanceReader, StanceReading};
use briefscope::token::{Sentence, Tokenizer, sentences};

/// A text with its mentions, as the stance stage gets it.
pub struct Marked {
    /// The text without its marks, as one paragraph.
    pub document: Document,
    /// The marked mentions.
    pub found: Found,
}

/// A stance reader made from the lexicons of this repository.
pub fn reader() -> StanceReader {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicons/cues");
    let choice = Choice {
        without_builtin: true,
        paths: vec![path],
        ..Choice::default()
    };
    StanceReader::compile(&Lexicon::load(&choice).expect("the lexicons are sound"))
}

impl Marked {
    /// Takes the marks out of a text: `{surface}`, `{surface|entity}`, `{surface|entity|theme}` (or `place`, `actor`) or
    /// `{surface|entity|actor|armed_group}` (or `state`).
    ///
    /// A surface without capitals that does not begin with "the" is a theme.
    pub fn parse(marked: &str) -> Self {
        let (mut text, mut spots) = (String::new(), Vec::new());
        let mut rest = marked;
        while let Some((before, after)) = rest.split_once('{') {
            let (mark, after) = after.split_once('}').expect("a closing brace");
            text.push_str(before);
            let mut parts = mark.split('|');
            let surface = parts.next().unwrap_or_default();
            let name = parts.next().unwrap_or(surface);
            let span = Span::new(text.len(), text.len() + surface.len());
            spots.push((span, name.to_owned(), kind(surface, parts.next()), class(parts.next())));
            text.push_str(surface);
            rest = after;
        }
        text.push_str(rest);
        Self {
            found: found(&spots),
            document: paragraph(text),
        }
    }

    /// What the stage makes of it.
    pub fn read(&self, reader: &StanceReader) -> StanceReading {
        let tokens = Tokenizer::builtin().tokenize(&self.document.text);
        let sentences = sentences(&self.document, &tokens);
        let mut found = self.found.clone();
        for mention in &mut found.mentions {
            mention.sentence = sentence_of(&sentences, mention.span);
        }
        reader.read(&self.document, &tokens, &sentences, &found)
    }

    /// The text of a span.
    pub fn text(&self, span: Span) -> &str {
        span.of(&self.document.text)
    }

    /// The name of an entity.
    pub fn name(&self, entity: u32) -> &str {
        &self.found.entities[entity as usize].name
    }
}

fn kind(surface: &str, given: Option<&str>) -> Kind {
    match given {
        Some("theme") => Kind::Theme,
        Some("place") => Kind::Place,
        None if !surface.contains(char::is_uppercase) && !surface.starts_with("the ") => Kind::Theme,
        _ => Kind::Actor,
    }
}

fn class(given: Option<&str>) -> Option<Class> {
    given.map(|name| match name {
        "armed_group" => Class::ArmedGroup,
        "state" => Class::State,
        other => panic!("no class {other:?}"),
    })
}

fn sentence_of(sentences: &[Sentence], span: Span) -> u32 {
    let index = sentences.iter().position(|sentence| sentence.span.contains(span));
    u32::try_from(index.unwrap_or_default()).expect("few sentences")
}

fn found(spots: &[(Span, String, Kind, Option<Class>)]) -> Found {
    let mut ids: BTreeMap<&str, u32> = spots.iter().map(|(_, name, ..)| (name.as_str(), 0)).collect();
    for (index, id) in ids.values_mut().enumerate() {
        *id = u32::try_from(index).expect("few names");
    }
    let entity = |name: &&str| {
        Arc::new(Entity {
            id: (*name).to_owned(),
            name: (*name).to_owned(),
            actor: None,
            place: None,
            codes: Codes::default(),
        })
    };
    let mention = |(span, name, kind, class): &(Span, String, Kind, Option<Class>)| Mention {
        entity: ids[name.as_str()],
        kind: *kind,
        class: *class,
        span: *span,
        sentence: 0,
        block: 0,
        reading: Reading::Literal,
        rule: "given",
        confidence: 1.0,
    };
    Found {
        entities: ids.keys().map(entity).collect(),
        mentions: spots.iter().map(mention).collect(),
        ..Found::default()
    }
}

fn paragraph(text: String) -> Document {
    let block = Block {
        kind: BlockKind::Body,
        span: Span::new(0, text.len()),
        page: None,
        section: None,
    };
    Document {
        head: Head::default(),
        source_text: text.clone(),
        text,
        blocks: vec![block],
        sections: Vec::new(),
        source_map: SourceMap::default(),
    }
}
