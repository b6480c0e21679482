//! Whom "I", "we" and "our country" mean: the speaker that a record names, else the document's author.

use std::sync::Arc;

use crate::document::{Document, Kind};
use crate::gazetteer::{Found, Mention};
use crate::lexicon::{Class, Entity, Lexicon, Reading};
use crate::span::Span;
use crate::stance::AUTHOR;

/// A mention without a place in the text, last of `found`, that stands for the speaker while stances are read.
///
/// `None` where the field names somebody whom the lexicon does not know: then nobody is meant.
pub fn add(document: &Document, lexicon: &Lexicon, found: &mut Found, field: &str) -> Option<u32> {
    let named = document.head.metadata.further.get(field).and_then(|value| value.as_str());
    let (entity, class) = match named {
        Some(name) => {
            let entity = known(name, lexicon, found)?;
            (Arc::clone(&entity), entity.actor)
        }
        None => (Arc::new(author()), Some(Class::Person)),
    };
    let index = found.entities.iter().position(|known| known.id == entity.id).unwrap_or_else(|| {
        found.entities.push(entity);
        found.entities.len() - 1
    });
    let end = document.text.len();
    found.mentions.push(Mention {
        entity: u32::try_from(index).ok()?,
        kind: Kind::Actor,
        class,
        span: Span::new(end, end),
        sentence: u32::MAX,
        block: u32::try_from(document.blocks.len().saturating_sub(1)).ok()?,
        reading: Reading::Literal,
        rule: "speaker",
        confidence: 1.0,
    });
    u32::try_from(found.mentions.len() - 1).ok()
}

fn author() -> Entity {
    Entity {
        id: AUTHOR.to_owned(),
        name: "the author".to_owned(),
        actor: Some(Class::Person),
        place: None,
        codes: crate::lexicon::Codes::default(),
    }
}

/// The entity with this id, name, ISO code or alias; of several an actor, the first by id.
fn known(name: &str, lexicon: &Lexicon, found: &Found) -> Option<Arc<Entity>> {
    let plain = |text: &str| text.trim().replace('_', " ").to_lowercase();
    let wanted = plain(name);
    let all = || found.entities.iter().chain(lexicon.entities.iter());
    let by_name = all().find(|entity| entity.id == name.trim() || plain(&entity.name) == wanted);
    let coded = |entity: &&Arc<Entity>| {
        let own = entity
            .id
            .strip_prefix("state:")
            .is_some_and(|code| code.eq_ignore_ascii_case(&wanted));
        own || entity
            .codes
            .iter()
            .any(|(key, code)| key.starts_with("iso") && code.eq_ignore_ascii_case(&wanted))
    };
    let aliases = || {
        let named = lexicon.aliases.iter().filter(|alias| plain(&alias.surface) == wanted);
        named
            .map(|alias| &lexicon.entities[alias.entity as usize])
            .find(|entity| entity.actor.is_some())
    };
    by_name.or_else(|| all().find(coded)).or_else(aliases).map(Arc::clone)
}
