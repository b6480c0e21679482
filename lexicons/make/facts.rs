//! What several outputs need: the countries and their codes, the words that mislead, the files by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::names::fold;
use crate::table::Table;

/// One country or territory of `GeoNames`' list.
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub iso2: String,
    /// ISO 3166-1 alpha-3, the slug of its id.
    pub iso3: String,
    /// ISO 3166-1 numeric.
    pub iso_num: String,
    /// GEC (once FIPS 10-4), the factbook's key, in lower case.
    pub gec: String,
    /// Its short English name.
    pub name: String,
    /// Inhabitants.
    pub population: u64,
    /// `GeoNames` id.
    pub geonames: String,
}

/// How far a name misleads: the lowest SCOWL level (10 is the commonest English), given and family names.
#[derive(Clone, Copy, Default)]
pub struct Risk {
    /// SCOWL level, 99 where the name is no English word.
    pub word_level: u8,
    /// A given or family name.
    pub is_person_name: bool,
}

/// Everything shared, read once.
pub struct Facts {
    /// The folder of the sources.
    pub sources: PathBuf,
    /// The project's `lexicons` folder.
    pub lexicons: PathBuf,
    /// The countries in the order of their alpha-2 codes.
    pub countries: Vec<Country>,
    risks: BTreeMap<String, Risk>,
    stopwords: BTreeSet<String>,
}

impl Facts {
    /// Reads the shared tables.
    ///
    /// # Errors
    ///
    /// When a source is missing or has other columns.
    pub fn read(sources: &Path, lexicons: &Path) -> Result<Self> {
        let countries = read_countries(&sources.join("places_geonames/country_info.tsv"))?;
        let mut risks = BTreeMap::new();
        for row in Table::read(sources.join("ambiguity/ambiguous_places.tsv"))?.rows() {
            let word_level = row.get("scowl_level").parse().unwrap_or(99);
            let is_person_name = row.get("first_name") == "1" || row.get("surname") == "1";
            risks.insert(
                fold(row.get("name")),
                Risk {
                    word_level,
                    is_person_name,
                },
            );
        }
        let stopwords = Table::read(sources.join("ambiguity/stopwords_en.tsv"))?;
        let stopwords = stopwords.rows().map(|row| fold(row.get("word"))).collect();
        let (sources, lexicons) = (sources.into(), lexicons.into());
        Ok(Self {
            sources,
            lexicons,
            countries,
            risks,
            stopwords,
        })
    }

    /// A source table by its path in the folder of sources.
    ///
    /// # Errors
    ///
    /// As [`Table::read`].
    pub fn table(&self, path: &str) -> Result<Table> {
        Table::read(self.sources.join(path))
    }

    /// Alpha-3 of an alpha-2 code.
    pub fn iso3(&self, iso2: &str) -> Option<&str> {
        self.countries.iter().find(|c| c.iso2 == iso2).map(|c| c.iso3.as_str())
    }

    /// Alpha-3 of the factbook's country code.
    pub fn iso3_of_gec(&self, gec: &str) -> Option<&str> {
        let gec = if gec == "gz" || gec == "we" { "we" } else { gec };
        self.countries.iter().find(|c| c.gec == gec).map(|c| c.iso3.as_str())
    }

    /// Alpha-3 of a country as the sources name it, a former name in brackets left out.
    pub fn iso3_of_name(&self, name: &str) -> Option<&str> {
        let name = name.split(" (").next().unwrap_or(name).trim();
        let other = [
            ("DR Congo", "COD"),
            ("Congo", "COG"),
            ("Bosnia-Herzegovina", "BIH"),
            ("United States of America", "USA"),
            ("Macedonia", "MKD"),
            ("Türkiye", "TUR"),
            ("Kingdom of eSwatini", "SWZ"),
            ("East Timor", "TLS"),
            ("Hyderabad", "IND"),
        ];
        let named = self.countries.iter().find(|c| c.name == name).map(|c| c.iso3.as_str());
        named.or_else(|| other.iter().find(|(other, _)| *other == name).map(|(_, iso3)| *iso3))
    }

    /// Inhabitants of a country by alpha-3, 0 where unknown.
    pub fn population(&self, iso3: &str) -> u64 {
        self.countries.iter().find(|c| c.iso3 == iso3).map_or(0, |c| c.population)
    }

    /// How far the name misleads as a word or a person's name; stop words count as the commonest words.
    pub fn risk(&self, name: &str) -> Risk {
        let key = fold(name);
        let none = Risk {
            word_level: 99,
            is_person_name: false,
        };
        let risk = self.risks.get(&key).copied().unwrap_or(none);
        if self.stopwords.contains(&key) {
            Risk { word_level: 0, ..risk }
        } else {
            risk
        }
    }

    /// The aliases (folded) of lexicons written by hand, with their ids: all files that do not begin
    /// with our own comment.
    ///
    /// # Errors
    ///
    /// When a file is no lexicon.
    pub fn by_hand(&self) -> Result<BTreeMap<String, BTreeSet<String>>> {
        let mut aliases: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for folder in ["actors", "places"] {
            for file in fs::read_dir(self.lexicons.join(folder))? {
                let path = file?.path();
                let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
                let is_table = path.extension().is_some_and(|ext| ext == "tsv");
                let only_adds = name == "abbreviations.tsv"; // to ids that the generator makes
                if !is_table
                    || only_adds
                    || name.contains(".examples.")
                    || fs::read_to_string(&path)?.starts_with("# made by make-lexicons")
                {
                    continue;
                }
                let table = Table::read(&path)?;
                table.require(&["id", "alias"])?;
                for row in table.rows() {
                    aliases.entry(fold(row.get("alias"))).or_default().insert(row.get("id").into());
                }
            }
        }
        Ok(aliases)
    }
}

fn read_countries(path: &Path) -> Result<Vec<Country>> {
    let table = Table::read(path)?;
    table.require(&["iso2", "iso3", "iso_num", "fips", "country", "population", "geonameid"])?;
    let rows = table.rows().filter(|row| row.get("iso2").len() == 2);
    let countries: Vec<_> = rows
        .map(|row| Country {
            iso2: row.get("iso2").into(),
            iso3: row.get("iso3").into(),
            iso_num: row.get("iso_num").into(),
            gec: row.get("fips").to_lowercase(),
            name: row.get("country").into(),
            population: row.get("population").parse().unwrap_or(0),
            geonames: row.get("geonameid").into(),
        })
        .collect();
    if countries.len() < 240 {
        bail!("{}: only {} countries", path.display(), countries.len());
    }
    Ok(countries)
}
