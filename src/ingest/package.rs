//! Zipped packages of parts (Word, EPUB), read within bounds.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// No part may unpack to more bytes.
const LARGEST_PART: u64 = 128 << 20;
/// All parts together may not unpack to more bytes.
const LARGEST_SUM: u64 = 256 << 20;
/// Parts beyond [`RATIO_FROM`] bytes may not unpack to more than this many times their packed size; text packs 3 to 20 times.
const LARGEST_RATIO: u64 = 200;
const RATIO_FROM: u64 = 4 << 20;

/// Why a package cannot be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum PackageError {
    /// An encrypted Office file is an OLE container and no zip.
    #[error("the file is protected by a password; save it without one")]
    Password,
    /// The binary format before Office 2007.
    #[error("the file is in the binary Office format before 2007; save it as .docx")]
    Binary,
    /// The directory at the end of the file is not there.
    #[error("the file is damaged or cut off: {0}")]
    Damaged(#[from] zip::result::ZipError),
    /// A part that every file of its format has is missing.
    #[error("the file has no {0}: it is damaged or in another format")]
    Missing(String),
    /// A part cannot be unpacked.
    #[error("the part {part} is damaged: {problem}")]
    Part {
        /// Name of the part.
        part: String,
        /// What the unpacking or parsing reported.
        problem: String,
    },
    /// What unpacks without bounds is not text.
    #[error("the part {0} unpacks to more than text can: the file may be a zip bomb")]
    TooLarge(String),
}

/// An open package.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    unpacked: u64,
}

impl<'a> Package<'a> {
    /// Opens a package; its parts are unpacked when asked for.
    pub fn open(bytes: &'a [u8]) -> Result<Self, PackageError> {
        if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            return Err(if names_stream(bytes, "EncryptedPackage") {
                PackageError::Password
            } else {
                PackageError::Binary
            });
        }
        Ok(Self {
            zip: ZipArchive::new(Cursor::new(bytes))?,
            unpacked: 0,
        })
    }

    /// The names of all parts, sorted.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = (0..self.zip.len())
            .filter_map(|index| Some(self.zip.name_for_index(index)?.ok()?.into_owned()))
            .collect();
        names.sort_unstable();
        names
    }

    /// The text of part `name`; an error where there is none.
    pub fn required(&mut self, name: &str) -> Result<String, PackageError> {
        self.text(name)?.ok_or_else(|| PackageError::Missing(name.to_owned()))
    }

    /// The text of part `name`, where there is one.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, PackageError> {
        Ok(self.bytes(name)?.map(|bytes| encoding_rs::UTF_8.decode(&bytes).0.into_owned()))
    }

    /// The bytes of part `name`, where there is one.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, PackageError> {
        let Some(index) = self.zip.index_for_name(name) else {
            return Ok(None);
        };
        let damaged = |problem: String| PackageError::Part {
            part: name.to_owned(),
            problem,
        };
        let part = self.zip.by_index(index).map_err(|error| damaged(error.to_string()))?;
        let by_ratio = part.compressed_size().saturating_mul(LARGEST_RATIO).max(RATIO_FROM);
        let limit = by_ratio.min(LARGEST_PART).min(LARGEST_SUM.saturating_sub(self.unpacked));
        let mut bytes = Vec::new();
        part.take(limit + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| damaged(error.to_string()))?;
        if bytes.len() as u64 > limit {
            return Err(PackageError::TooLarge(name.to_owned()));
        }
        self.unpacked += bytes.len() as u64;
        Ok(Some(bytes))
    }
}

/// Whether an OLE container has a stream of this name (written in UTF-16).
fn names_stream(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    memchr::memmem::find(bytes, &wide).is_some()
}
