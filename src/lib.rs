//! Briefscope: text mining for policy briefs. Who is named, where, which threats, and who stands where towards whom.
//!
//! A [`pipeline::Pipeline`] is compiled once from the lexicons and then turns one document after another into a
//! [`result::DocumentResult`], whose figures all carry the sentences that they rest on.
//!
//! ```
//! use briefscope::ingest::{Input, Place, ReadOptions, read};
//! use briefscope::lexicon::{Choice, Lexicon};
//! use briefscope::pipeline::{Options, Pipeline};
//! use briefscope::token::Tokenizer;
//!
//! let lexicon = Lexicon::load(&Choice::default()).expect("the built-in lexicons load");
//! let pipeline = Pipeline::new(lexicon, Tokenizer::builtin(), Options::default());
//! let brief = Input {
//!     path: "brief.txt".to_owned(),
//!     place: Place::Bytes(b"Russia condemned Turkey over the attack.".to_vec()),
//! };
//! for raw in read(&brief, &ReadOptions::default()) {
//!     let analysis = pipeline.analyze(raw.expect("text can be read"));
//!     let result = analysis.to_result();
//!     assert_eq!(result.mentions[0].entity, "state:RUS");
//!     let stance = &result.stances[0];
//!     assert_eq!((stance.target.as_ref(), stance.polarity), ("state:TUR", -1));
//! }
//! ```

pub mod digest;
mod memo;
pub mod random;
pub mod span;

pub mod document;

pub mod ingest;

pub mod layout;

pub mod token;

pub mod lexicon;

pub mod gazetteer;

pub mod stance;

pub mod cooccurrence;

pub mod result;

pub mod network;

pub mod collection;
pub mod compare;

pub mod output;

pub mod evaluate;

pub mod pipeline;
