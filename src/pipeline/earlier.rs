//! Documents of an earlier run that still stand: nothing that they were made of has changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::digest::{Digest, sha256};
use crate::ingest::{Input, Place, RawDocument, ReadOptions};
use crate::result::{InputRow, Manifest, Status};

/// The documents of an earlier run with the same version, lexicons and options, by what they were made of.
pub struct Earlier {
    rows: BTreeMap<String, InputRow>,
    load: Box<dyn Fn(&str) -> Option<String> + Sync>,
}

impl Earlier {
    /// The documents that `manifest` lists; `load` brings the JSON of one by its id.
    pub fn of(manifest: Manifest, load: impl Fn(&str) -> Option<String> + Sync + 'static) -> Self {
        let whole = |row: &InputRow| matches!(row.status, Status::Ok | Status::Partial | Status::Cached);
        let rows = manifest.inputs.into_iter().filter(whole);
        Self {
            rows: rows.filter_map(|row| Some((row.content.clone()?, row))).collect(),
            load: Box::new(load),
        }
    }

    /// The row and the JSON of the document that was made of `content`.
    pub fn made_of(&self, content: &str) -> Option<(InputRow, String)> {
        let mut row = self.rows.get(content)?.clone();
        let json = (self.load)(row.id.as_deref()?)?;
        if row.status == Status::Ok {
            row.status = Status::Cached;
        }
        Some((row, json))
    }

    /// The same for a file that has not been read yet.
    pub fn of_file(&self, input: &Input, options: &ReadOptions) -> Option<(InputRow, String)> {
        let Place::File(path) = &input.place else { return None };
        let bytes = fs::read(path).ok()?;
        self.made_of(&file_content(input, &sha256(&bytes), options))
    }
}

/// What a document read from `input` is made of, as a digest: its file and the files of metadata beside it, or its record.
pub fn content(raw: &RawDocument, input: &Input, options: &ReadOptions) -> String {
    if raw.head.source.record.is_none() {
        return file_content(input, &raw.head.source.sha256, options);
    }
    let mut digest = Digest::default();
    digest.add(raw.head.source.path.as_bytes());
    digest.add(raw.head.id.as_bytes());
    digest.add(raw.text.as_bytes());
    digest.add(format!("{:?}{:?}{:?}", raw.head.metadata, raw.head.given, raw.structure).as_bytes());
    digest.short()
}

fn file_content(input: &Input, sha256: &str, options: &ReadOptions) -> String {
    let mut digest = Digest::default();
    digest.add(input.path.as_bytes());
    digest.add(sha256.as_bytes());
    digest.add(format!("{options:?}").as_bytes());
    if let Place::File(path) = &input.place {
        side_cars(path).for_each(|bytes| digest.add(&bytes));
    }
    digest.short()
}

/// The files of metadata beside a file: `brief.meta.json` or `brief.pdf.meta.json`, also in YAML.
fn side_cars(path: &Path) -> impl Iterator<Item = Vec<u8>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let endings = ["meta.json", "meta.yaml", "meta.yml"];
    let names = [name, stem]
        .into_iter()
        .flat_map(move |name| endings.map(|ending| format!("{name}.{ending}")));
    names.filter_map(|name| fs::read(path.with_file_name(name)).ok())
}
