//! `CoNLL` columns: a token a line, its tag (`B-`, `I-`, `O`) in the last column, an empty line between sentences,
//! `-DOCSTART-` before a document.

use super::{GoldDocument, GoldMention};

pub fn read(id: &str, lines: &str) -> Vec<GoldDocument> {
    let mut documents = vec![GoldDocument {
        id: id.to_owned(),
        all_zones: true,
        ..GoldDocument::default()
    }];
    let mut length = 0;
    for line in lines.lines() {
        if line.starts_with("-DOCSTART-") {
            length = 0;
            documents.push(GoldDocument {
                id: format!("{id}-{}", documents.len()),
                all_zones: true,
                ..GoldDocument::default()
            });
        } else if let Some(document) = documents.last_mut() {
            length = add(document, line, length);
        }
    }
    documents.retain(|document| !document.text.is_empty());
    if let [only] = documents.as_mut_slice() {
        id.clone_into(&mut only.id);
    }
    documents
}

/// Adds a line's token at code point `length`; returns the new length.
fn add(document: &mut GoldDocument, line: &str, length: u32) -> u32 {
    let mut cells = line.split_whitespace();
    let (Some(token), Some(tag)) = (cells.next(), cells.next_back()) else {
        document.text.push('\n');
        return length + 1;
    };
    let end = length + u32::try_from(token.chars().count()).unwrap_or(u32::MAX);
    document.text.push_str(token);
    document.text.push(' ');
    match (tag.split_once('-'), document.mentions.last_mut()) {
        (Some(("I", _)), Some(last)) if last.end + 1 == length => last.end = end,
        (Some((_, label)), _) => document.mentions.extend(GoldMention::labelled(length, end, label)),
        (None, _) => {}
    }
    end + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_of_one_name_are_one_mention() {
        let documents = read("x", "-DOCSTART- O\n\nIslamic B-ORG\nState I-ORG\nhit O\nKabul B-LOC\n");
        let [document] = documents.as_slice() else {
            panic!("{documents:?}")
        };
        let surfaces: Vec<&str> = document
            .mentions
            .iter()
            .map(|it| &document.text[it.start as usize..it.end as usize])
            .collect();
        assert_eq!(surfaces, ["Islamic State", "Kabul"]);
    }
}
