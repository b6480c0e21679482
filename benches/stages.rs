//! A case a stage, and the whole: throughput in bytes of source text.
//!
//! Compare cases within one run; machines are noisy. `cargo bench` prints all, `cargo bench -- whole` one.

use std::hint::black_box;
use std::path::{Path, PathBuf};

use briefscope::cooccurrence::{self, Counting};
use briefscope::document::Head;
use briefscope::gazetteer::{Gazetteer, GivenUse};
use briefscope::ingest::{RawDocument, ReadOptions, inputs, read};
use briefscope::layout::{Mode, arrange};
use briefscope::lexicon::{Choice, Lexicon};
use briefscope::pipeline::{Options, Pipeline};
use briefscope::result::Fields;
use briefscope::stance::StanceReader;
use briefscope::token::{Tokenizer, sentences};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

/// The briefs of the project's own corpus.
fn corpus() -> Vec<RawDocument> {
    let inputs = inputs(&[corpus_folder()]).inputs;
    inputs
        .iter()
        .flat_map(|input| read(input, &ReadOptions::default()))
        .filter_map(Result::ok)
        .collect()
}

fn corpus_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// All of them joined to one long text of paragraphs, for the stages that do not care about documents.
fn joined(raws: &[RawDocument]) -> RawDocument {
    let text: String = raws.iter().map(|raw| arrange(raw.clone(), Mode::Auto).text + "\n\n").collect();
    RawDocument {
        head: Head::default(),
        text,
        structure: briefscope::ingest::Structure::Lines { content: 0 },
    }
}

fn stages(criterion: &mut Criterion) {
    let raws = corpus();
    let raw = joined(&raws);
    let bytes = raw.text.len() as u64;
    let lexicon = Lexicon::load(&Choice::default()).expect("the built-in lexicons load");
    let gazetteer = Gazetteer::compile(&lexicon);
    let stance_reader = StanceReader::compile(&lexicon);
    let tokenizer = Tokenizer::builtin();
    let document = arrange(raw.clone(), Mode::Auto);
    let tokens = tokenizer.tokenize(&document.text);
    let split = sentences(&document, &tokens);
    let found = gazetteer.find(&document, &tokens, &split, GivenUse::Ignore);

    let mut group = criterion.benchmark_group("stage");
    group.throughput(Throughput::Bytes(bytes));
    let files = inputs(&[corpus_folder()]).inputs;
    group.bench_function("ingest", |b| {
        b.iter(|| {
            let documents = files.iter().flat_map(|input| read(black_box(input), &ReadOptions::default()));
            documents.flatten().count()
        });
    });
    group.bench_function("layout", |b| b.iter(|| arrange(black_box(raw.clone()), Mode::Auto)));
    group.bench_function("tokens", |b| b.iter(|| tokenizer.tokenize(black_box(&document.text))));
    group.bench_function("sentences", |b| b.iter(|| sentences(black_box(&document), &tokens)));
    group.bench_function("gazetteer", |b| {
        b.iter(|| gazetteer.find(black_box(&document), &tokens, &split, GivenUse::Ignore));
    });
    group.bench_function("stance", |b| {
        b.iter(|| stance_reader.read(black_box(&document), &tokens, &split, &found));
    });
    group.bench_function("cooccurrence", |b| {
        b.iter(|| {
            cooccurrence::tables(
                black_box(&document),
                &tokens,
                &split,
                &found,
                briefscope::document::BlockKind::is_text,
                &Counting::default(),
            )
        });
    });
    group.finish();
}

fn whole(criterion: &mut Criterion) {
    let raws = corpus();
    let bytes = raws.iter().map(|raw| raw.text.len() as u64).sum();
    let lexicon = Lexicon::load(&Choice::default()).expect("the built-in lexicons load");
    let pipeline = Pipeline::new(lexicon, Tokenizer::builtin(), Options::default());
    let mut group = criterion.benchmark_group("whole");
    group.throughput(Throughput::Bytes(bytes));
    let indicators = Fields::some(vec!["indicators".to_owned()]).expect("a field");
    let tokens = |raw: &RawDocument| pipeline.analyze(raw.clone()).to_result_of(&indicators).indicators.tokens;
    group.bench_function("computing", |b| b.iter(|| black_box(&raws).iter().map(tokens).sum::<u32>()));
    let analyses: Vec<_> = raws.iter().map(|raw| pipeline.analyze(raw.clone())).collect();
    let mut json = Vec::new();
    let write_all = |json: &mut Vec<u8>| {
        json.clear();
        for analysis in &analyses {
            Fields::all()
                .write(&analysis.to_result(), &mut *json)
                .expect("memory can be written");
        }
    };
    write_all(&mut json);
    group.bench_function("rows", |b| {
        b.iter(|| {
            analyses
                .iter()
                .map(|analysis| black_box(analysis).to_result().mentions.len())
                .sum::<usize>()
        });
    });
    group.throughput(Throughput::Bytes(json.len() as u64));
    group.bench_function("writing", |b| b.iter(|| write_all(black_box(&mut json))));
    group.finish();
}

fn loading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("loading");
    group.sample_size(10);
    group.bench_function("lexicons", |b| b.iter(|| Lexicon::load(&Choice::default()).is_ok()));
    let lexicon = Lexicon::load(&Choice::default()).expect("the built-in lexicons load");
    group.bench_function("gazetteer", |b| b.iter(|| Gazetteer::compile(black_box(&lexicon))));
    group.bench_function("stance reader", |b| b.iter(|| StanceReader::compile(black_box(&lexicon))));
    group.finish();
}

criterion_group!(benches, stages, whole, loading);
criterion_main!(benches);
