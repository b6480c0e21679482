//! brat's stand-off format: mentions as entities with their ids, stances as events with attributes,
//! metadata in the side-car that the reader of briefs takes,
//! blocks beside it.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use crate::output::Written;
use crate::output::error::OutputError;
use crate::output::folder::{each_document, file_name};
use crate::output::whole::write_whole;
use crate::result::{DocumentResult, MentionRow, StanceRow};

/// What brat has to know to show and edit the files.
const CONFIGURATION: &str = "[entities]
Actor
Place
Theme
Cue

[relations]

[events]
Stance\tHolder?:<ENTITY>, Target?:<ENTITY>

[attributes]
Polarity\tArg:<EVENT>, Value:positive|neutral|negative
Mode\tArg:<EVENT>, Value:verbal|material
Negated\tArg:<EVENT>
Hedged\tArg:<EVENT>
Reading\tArg:<ENTITY>, Value:literal|metonym|demonym|acronym|short_form
";

pub fn write(result: &Path, dir: &Path) -> Result<Vec<Written>, OutputError> {
    let put = |name: &str, text: &str| {
        let path = dir.join(name);
        write_whole(&path, |out| out.write_all(text.as_bytes())).map_err(|e| OutputError::write(&path, &e))?;
        Ok::<_, OutputError>(path)
    };
    let mut written = Vec::new();
    each_document(result, |document| {
        let name = file_name(&document.id);
        let stem = name.trim_end_matches(".json");
        // brat counts code points and ends lines at a line feed only.
        put(&format!("{stem}.txt"), &document.text)?;
        put(&format!("{stem}.meta.json"), &serde_json::to_string_pretty(&document.metadata)?)?;
        put(&format!("{stem}.blocks.json"), &serde_json::to_string(&super::blocks(&document))?)?;
        let path = put(&format!("{stem}.ann"), &annotations(&document))?;
        let rows = (document.mentions.len() + document.stances.len()) as u64;
        written.push(Written { path, rows });
        Ok(())
    })?;
    put("annotation.conf", CONFIGURATION)?;
    Ok(written)
}

fn annotations(document: &DocumentResult) -> String {
    let mut lines = String::new();
    for mention in &document.mentions {
        entity(&mut lines, mention);
    }
    for stance in &document.stances {
        event(&mut lines, stance, document.mentions.len());
    }
    lines
}

/// `T` is the mention, `N` its entity, `A` its reading; numbers begin with 1.
fn entity(lines: &mut String, mention: &MentionRow) {
    let number = mention.id + 1;
    let kind = match mention.kind {
        crate::document::Kind::Actor => "Actor",
        crate::document::Kind::Place => "Place",
        crate::document::Kind::Theme => "Theme",
    };
    let reading = word(&mention.reading);
    let _ = writeln!(lines, "T{number}\t{kind} {} {}\t{}", mention.start, mention.end, mention.surface);
    let _ = writeln!(
        lines,
        "N{number}\tReference T{number} briefscope:{}\t{}",
        code(&mention.entity),
        one_line(&mention.name)
    );
    let _ = writeln!(lines, "A{number}\tReading T{number} {reading}");
}

/// The cue triggers an event whose arguments are the mentions of holder and target, where they stand in the sentence.
fn event(lines: &mut String, stance: &StanceRow, mentions: usize) {
    let number = stance.id + 1;
    let trigger = mentions + number as usize;
    let argument = |role: &str, mention: Option<u32>| mention.map_or_else(String::new, |id| format!(" {role}:T{}", id + 1));
    let polarity = match stance.polarity {
        1.. => "positive",
        0 => "neutral",
        _ => "negative",
    };
    let cue = &stance.cue;
    let _ = writeln!(lines, "T{trigger}\tStance {} {}\t{}", cue.start, cue.end, cue.surface);
    let holder = argument("Holder", stance.holder_mention);
    let target = argument("Target", stance.target_mention);
    let _ = writeln!(lines, "E{number}\tStance:T{trigger}{holder}{target}");
    let mut attributes = vec![
        format!("Polarity E{number} {polarity}"),
        format!("Mode E{number} {}", word(&stance.mode)),
    ];
    attributes.extend(stance.negated.then(|| format!("Negated E{number}")));
    attributes.extend(stance.hedged.then(|| format!("Hedged E{number}")));
    for (place, attribute) in attributes.iter().enumerate() {
        let _ = writeln!(lines, "A{}\t{attribute}", mentions + 4 * stance.id as usize + place + 1);
    }
}

/// The name of a value as the JSON has it.
fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|it| it.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// An id without white space, which ends a field.
fn code(id: &str) -> String {
    id.replace(char::is_whitespace, "_")
}

fn one_line(text: &str) -> String {
    text.replace(char::is_whitespace, " ")
}
