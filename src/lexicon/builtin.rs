//! The lexicons that are built into the program.

/// A built-in lexicon file.
#[derive(Debug, Clone, Copy)]
pub struct File {
    /// Path below `lexicons/`.
    pub path: &'static str,
    /// Its text.
    pub text: &'static str,
    /// Whether it is loaded only on demand (`--places all`).
    pub optional: bool,
}

macro_rules! files {
    ($($path:literal $($optional:ident)?),* $(,)?) => {
        &[$(File {
            path: $path,
            text: include_str!(concat!("../../lexicons/", $path)),
            optional: false $(|| stringify!($optional) == "optional")?,
        }),*]
    };
}

/// Every built-in file, in the order of paths.
pub fn files() -> &'static [File] {
    files![]
}
