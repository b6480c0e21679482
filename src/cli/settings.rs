//! Options that every analyzing command has; each is also a key of the configuration file.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use briefscope::cooccurrence::{Counting, NullModel};
use briefscope::document::BlockKind;
use briefscope::gazetteer::GivenUse;
use briefscope::ingest::{self, Found, InputFormat, MetadataTable, ReadOptions};
use briefscope::layout::Mode;
use briefscope::lexicon::{Choice, Lexicon};
use briefscope::pipeline::{Options, Pipeline, Zones};
use briefscope::result::Unit;
use briefscope::token::Tokenizer;
use clap::ValueEnum;
use serde::Deserialize;

use super::share::Share;

/// The options, on the command line or in the configuration file; the command line wins.
#[derive(clap::Args, Deserialize, Default, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Settings {
    /// Lexicon file or folder that adds to or overrides the built-in ones; may be repeated, the last wins
    #[arg(long, value_name = "PATH")]
    lexicon: Vec<PathBuf>,
    /// Leave out the built-in lexicons
    #[arg(long)]
    no_default_lexicons: bool,
    /// `all` also loads towns of 15,000 to 50,000 people
    #[arg(long, value_name = "WHICH")]
    places: Option<Places>,
    /// TOML file with any of these options as keys, such as `min-support = 3`
    #[arg(long, value_name = "FILE")]
    #[serde(skip)]
    config: Option<PathBuf>,
    /// Threads; as many as the machine has where none is given
    #[arg(long, short, value_name = "N")]
    jobs: Option<usize>,
    /// Hugging Face `tokenizer.json` whose pre-tokenizer cuts the words
    #[arg(long, value_name = "FILE")]
    tokenizer: Option<PathBuf>,
    /// Field of a record that holds its text [default: text]
    #[arg(long, value_name = "NAME")]
    text_field: Option<String>,
    /// Field of a record's metadata that names its speaker, whom "I" and "we" mean: an id, a name, an ISO code [default: speaker]
    #[arg(long, value_name = "NAME")]
    speaker_field: Option<String>,
    /// Leave out stances whose confidence is below this share, 0 to 1 [default: 0]
    #[arg(long, value_name = "SHARE")]
    min_confidence: Option<Share>,
    /// Field of a record that holds its id [default: id]
    #[arg(long, value_name = "NAME")]
    id_field: Option<String>,
    /// Password of encrypted documents
    #[arg(long, value_name = "PASSWORD")]
    password: Option<String>,
    /// CSV table with a `path` or `id` column whose other columns go to the metadata of those documents
    #[arg(long, value_name = "TABLE")]
    metadata: Option<PathBuf>,
    /// Format of inputs whose name does not tell it, such as `-`
    #[arg(long, value_name = "FORMAT")]
    input_format: Option<Format>,
    /// Use the mentions that records bring along: not (`gazetteer`), alone (`given`), or beside the gazetteer's (`both`)
    #[arg(long, value_name = "WHICH")]
    mentions: Option<Mentions>,
    /// How much layout is looked for: all, or paragraphs only
    #[arg(long, value_name = "MODE")]
    layout: Option<Layout>,
    /// List a pair where each side stands in at least N units [default: 2]
    #[arg(long, value_name = "N")]
    min_support: Option<u32>,
    /// List a pair of the collection where each side stands in at least N documents [default: 1]
    #[arg(long, value_name = "N")]
    min_documents: Option<u32>,
    /// Units within which two entities co-occur: sentence, paragraph, window, section, document [default: sentence,paragraph]
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    units: Vec<UnitName>,
    /// For the unit `window`: at most N tokens from one mention to the other [default: 10]
    #[arg(long, value_name = "N")]
    window: Option<u32>,
    /// Let a window cross sentences, within a paragraph
    #[arg(long)]
    across_sentences: bool,
    /// Also say of each pair in how many units which side is named first
    #[arg(long)]
    direction: bool,
    /// What chance does, for p and q [default: hypergeometric]
    #[arg(long, value_name = "MODEL")]
    null_model: Option<NullModelName>,
    /// Zones whose mentions count [default: title,heading,body,list,caption]
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    zones: Vec<Zone>,
}

#[derive(Clone, Copy, ValueEnum, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
enum Places {
    Default,
    All,
}

#[derive(Clone, Copy, ValueEnum, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Format {
    Jsonl,
    Csv,
    Text,
}

#[derive(Clone, Copy, ValueEnum, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Mentions {
    Gazetteer,
    Given,
    Both,
}

#[derive(Clone, Copy, ValueEnum, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Layout {
    Auto,
    Plain,
}

#[derive(Clone, Copy, ValueEnum, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum UnitName {
    Sentence,
    Paragraph,
    Window,
    Section,
    Document,
}

#[derive(Clone, Copy, ValueEnum, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum NullModelName {
    /// Each entity keeps its number of units; all units are alike
    Hypergeometric,
    /// Units also keep their number of entities, on average
    Bipartite,
}

#[derive(Clone, Copy, ValueEnum, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Zone {
    Title,
    Heading,
    Body,
    List,
    Caption,
    Table,
    Footnote,
    Reference,
    Furniture,
}

impl Settings {
    /// With what the configuration file adds.
    ///
    /// # Errors
    ///
    /// If the file cannot be read or has an unknown key.
    pub fn complete(self) -> anyhow::Result<Self> {
        let Some(path) = &self.config else { return Ok(self) };
        let text = std::fs::read_to_string(path).with_context(|| format!("{}: cannot be read", path.display()))?;
        let file: Settings = toml::from_str(&text).map_err(|e| anyhow::anyhow!("{}: {e}", path.display()))?;
        let beside = |other: &PathBuf| path.parent().unwrap_or(Path::new("")).join(other);
        Ok(Self {
            lexicon: if self.lexicon.is_empty() {
                file.lexicon.iter().map(beside).collect()
            } else {
                self.lexicon
            },
            no_default_lexicons: self.no_default_lexicons || file.no_default_lexicons,
            places: self.places.or(file.places),
            jobs: self.jobs.or(file.jobs),
            tokenizer: self.tokenizer.or(file.tokenizer.as_ref().map(beside)),
            text_field: self.text_field.or(file.text_field),
            speaker_field: self.speaker_field.or(file.speaker_field),
            min_confidence: self.min_confidence.or(file.min_confidence),
            id_field: self.id_field.or(file.id_field),
            password: self.password.or(file.password),
            metadata: self.metadata.or(file.metadata.as_ref().map(beside)),
            input_format: self.input_format.or(file.input_format),
            mentions: self.mentions.or(file.mentions),
            layout: self.layout.or(file.layout),
            min_support: self.min_support.or(file.min_support),
            min_documents: self.min_documents.or(file.min_documents),
            units: if self.units.is_empty() { file.units } else { self.units },
            window: self.window.or(file.window),
            across_sentences: self.across_sentences || file.across_sentences,
            direction: self.direction || file.direction,
            null_model: self.null_model.or(file.null_model),
            zones: if self.zones.is_empty() { file.zones } else { self.zones },
            config: self.config,
        })
    }

    /// The inputs that the paths lead to, and what is left out.
    ///
    /// # Errors
    ///
    /// If there is nothing to read.
    pub fn inputs(&self, paths: &[PathBuf]) -> anyhow::Result<Found> {
        let found = ingest::inputs(paths);
        if found.inputs.is_empty() {
            let why: Vec<String> = found.left_out.iter().map(|failure| format!("\n  {failure}")).collect();
            bail!("no input to read; name files, folders with documents, or -{}", why.concat());
        }
        Ok(found)
    }

    /// How to read the inputs.
    ///
    /// # Errors
    ///
    /// If the table of metadata cannot be read.
    pub fn read_options(&self) -> anyhow::Result<ReadOptions> {
        let format = self.input_format.map(|format| match format {
            Format::Jsonl => InputFormat::Jsonl,
            Format::Csv => InputFormat::Csv,
            Format::Text => InputFormat::Text,
        });
        let default = ReadOptions::default();
        Ok(ReadOptions {
            text_field: self.text_field.clone().unwrap_or(default.text_field),
            id_field: self.id_field.clone().unwrap_or(default.id_field),
            input_format: format,
            max_bytes: default.max_bytes,
            metadata_table: self.metadata.as_deref().map(MetadataTable::read).transpose()?,
            password: self.password.clone(),
        })
    }

    /// The lexicons chosen.
    ///
    /// # Errors
    ///
    /// All problems of all files at once.
    pub fn lexicon(&self) -> anyhow::Result<Lexicon> {
        let choice = Choice {
            without_builtin: self.no_default_lexicons,
            all_places: self.places == Some(Places::All),
            paths: self.lexicon.clone(),
        };
        Lexicon::load(&choice).map_err(|problems| anyhow::anyhow!("the lexicons have problems\n{problems}"))
    }

    /// The same with one more lexicon over the others.
    pub fn with_lexicon(&self, path: &Path) -> Self {
        let mut settings = self.clone();
        settings.lexicon.push(path.to_owned());
        settings
    }

    /// Sets the number of threads and compiles the pipeline.
    ///
    /// # Errors
    ///
    /// If lexicons, tokenizer or number of threads cannot be used.
    pub fn pipeline(&self, lexicon: Lexicon) -> anyhow::Result<&'static Pipeline> {
        if let Some(jobs) = self.jobs {
            rayon::ThreadPoolBuilder::new()
                .num_threads(jobs)
                .build_global()
                .context("--jobs cannot be set")?;
        }
        let (tokenizer, digest) = match &self.tokenizer {
            None => (Tokenizer::builtin(), None),
            Some(path) => (Tokenizer::from_file(path)?, Some(briefscope::digest::sha256(&std::fs::read(path)?))),
        };
        // The program ends with the command: the system frees all at once what would take long piece by piece.
        Ok(Box::leak(Box::new(Pipeline::new(lexicon, tokenizer, self.options(digest)))))
    }

    fn counting(&self) -> Counting {
        let default = Counting::default();
        let units: BTreeSet<Unit> = self.units.iter().map(|unit| unit.unit()).collect();
        Counting {
            units: if units.is_empty() {
                default.units
            } else {
                units.into_iter().collect()
            },
            window: self.window.unwrap_or(default.window),
            across_sentences: self.across_sentences,
            direction: self.direction,
            null_model: match self.null_model {
                None | Some(NullModelName::Hypergeometric) => NullModel::Hypergeometric,
                Some(NullModelName::Bipartite) => NullModel::Bipartite,
            },
            min_support: self.min_support.unwrap_or(default.min_support),
            min_documents: self.min_documents.unwrap_or(default.min_documents),
        }
    }

    fn options(&self, tokenizer: Option<String>) -> Options {
        let default = Options::default();
        let zones: Vec<BlockKind> = self.zones.iter().map(|zone| zone.kind()).collect();
        Options {
            mentions: match self.mentions {
                None | Some(Mentions::Gazetteer) => GivenUse::Ignore,
                Some(Mentions::Given) => GivenUse::Alone,
                Some(Mentions::Both) => GivenUse::Both,
            },
            layout: if matches!(self.layout, Some(Layout::Plain)) {
                Mode::Plain
            } else {
                Mode::Auto
            },
            counting: self.counting(),
            zones: if zones.is_empty() { default.zones } else { Zones::new(zones) },
            speaker_field: self.speaker_field.clone().unwrap_or(default.speaker_field),
            min_confidence: self.min_confidence.map_or(default.min_confidence, Share::value),
            tokenizer,
        }
    }
}

impl UnitName {
    fn unit(self) -> Unit {
        match self {
            Self::Sentence => Unit::Sentence,
            Self::Paragraph => Unit::Paragraph,
            Self::Window => Unit::Window,
            Self::Section => Unit::Section,
            Self::Document => Unit::Document,
        }
    }
}

impl Zone {
    fn kind(self) -> BlockKind {
        match self {
            Self::Title => BlockKind::Title,
            Self::Heading => BlockKind::Heading,
            Self::Body => BlockKind::Body,
            Self::List => BlockKind::List,
            Self::Caption => BlockKind::Caption,
            Self::Table => BlockKind::Table,
            Self::Footnote => BlockKind::Footnote,
            Self::Reference => BlockKind::Reference,
            Self::Furniture => BlockKind::Furniture,
        }
    }
}
