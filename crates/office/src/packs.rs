//! The shelf of packs: those that ship with the program, or those of a folder named by the host.

use crate::OfficeError;
use huifang_core::calendar::WorkingCalendar;
use huifang_core::engine::story::{Probe, Unnoticed, run_story, story_heads};
use huifang_core::policy::{Clause, ClauseCarried, How, PackProblem, ParamValues, PolicyPack, check, coverage};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

/// Packs that can be enabled, by id.
#[derive(Debug, Clone)]
pub struct PackShelf {
    packs: BTreeMap<String, Source>,
}

/// A pack as its files say it.
#[derive(Debug, Clone)]
struct Source {
    text: String,
    /// Story files: name and text.
    stories: Vec<(String, String)>,
}

/// A shipped pack: id, text, story files.
type Shipped = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// A pack of the shelf, read.
#[derive(Debug, Clone)]
pub struct ShelfPack {
    /// Its text.
    pub text: String,
    /// The pack with its parameters' defaults.
    pub pack: PolicyPack,
}

impl Default for PackShelf {
    fn default() -> Self {
        let shipped: &[Shipped] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));
        let source = |text: &str, stories: &[(&str, &str)]| Source {
            text: text.to_owned(),
            stories: stories.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect(),
        };
        Self { packs: shipped.iter().map(|(id, text, stories)| ((*id).to_owned(), source(text, stories))).collect() }
    }
}

impl PackShelf {
    /// The packs of a folder with one folder a pack.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn read(dir: &Path) -> Result<Self, OfficeError> {
        let io = |source| OfficeError::Io { path: dir.to_owned(), operation: "读取制度包文件夹", source };
        let mut packs = BTreeMap::new();
        for entry in std::fs::read_dir(dir).map_err(io)? {
            let path = entry.map_err(io)?.path().join("pack.toml");
            let id = path.parent().and_then(Path::file_name).map(|n| n.to_string_lossy().into_owned());
            if let (true, Some(id)) = (path.is_file(), id) {
                let text = std::fs::read_to_string(&path).map_err(io)?;
                let stories = read_stories(&path.with_file_name("stories")).map_err(io)?;
                packs.insert(id, Source { text, stories });
            }
        }
        Ok(Self { packs })
    }

    /// Ids of all packs, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.packs.keys().map(String::as_str)
    }

    /// A pack by id.
    ///
    /// # Errors
    /// `not_found`, or all problems of its text.
    pub fn get(&self, id: &str) -> Result<ShelfPack, OfficeError> {
        let text = &self.source(id)?.text;
        let pack = PolicyPack::parse_among(text, &ParamValues::new(), &|id| self.text(id))
            .map_err(|problems| OfficeError::Pack { id: id.to_owned(), problems })?;
        Ok(ShelfPack { text: text.clone(), pack })
    }

    /// The text of a pack, for those that extend it.
    pub fn text(&self, id: &str) -> Option<String> {
        self.packs.get(id).map(|source| source.text.clone())
    }

    fn source(&self, id: &str) -> Result<&Source, OfficeError> {
        self.packs.get(id).ok_or_else(|| OfficeError::NotFound { noun: "制度包", id: id.to_owned() })
    }

    /// What the pack's stories say and the pack does not do: a line for each difference.
    ///
    /// # Errors
    /// As `get`.
    pub fn story_problems(&self, id: &str) -> Result<Vec<String>, OfficeError> {
        let pack = self.get(id)?.pack;
        let calendar = WorkingCalendar::shipped();
        let told = self.source(id)?.stories.iter().map(|(file, text)| {
            let mismatches = run_story(text, &pack, &calendar).err().unwrap_or_default();
            mismatches.into_iter().map(|m| format!("stories/{file}: {m}")).collect::<Vec<_>>()
        });
        Ok(told.flatten().collect())
    }

    /// Numbers and parts of the pack that could be changed or taken out without any story or check noticing.
    ///
    /// # Errors
    /// `not_found`.
    pub fn unnoticed(&self, id: &str) -> Result<Vec<Unnoticed>, OfficeError> {
        let source = self.source(id)?;
        let stories: Vec<String> = source.stories.iter().map(|(_, text)| text.clone()).collect();
        let (calendar, texts) = (WorkingCalendar::shipped(), |id: &str| self.text(id));
        let probe =
            Probe { text: &source.text, stories: &stories, clauses: clauses(), texts: &texts, calendar: &calendar };
        Ok([probe.unnoticed_numbers(), probe.unnoticed_parts()].concat())
    }

    /// Titles of the pack's stories with the clauses that each tells.
    ///
    /// # Errors
    /// `not_found`.
    pub fn stories(&self, id: &str) -> Result<Vec<(String, Vec<String>)>, OfficeError> {
        let heads = self.source(id)?.stories.iter().flat_map(|(_, text)| story_heads(text));
        Ok(heads.map(|head| (head.title, head.clauses)).collect())
    }

    /// All problems of a pack: of its text or, if that can be read, of the clauses that it carries.
    ///
    /// # Errors
    /// `not_found`.
    pub fn problems(&self, id: &str) -> Result<Vec<PackProblem>, OfficeError> {
        match self.get(id) {
            Ok(found) => Ok(check(&found.pack, &found.text, clauses())),
            Err(OfficeError::Pack { problems, .. }) => Ok(problems),
            Err(other) => Err(other),
        }
    }

    /// What carries each clause of the pack's policy.
    ///
    /// # Errors
    /// As `get`.
    pub fn coverage(&self, id: &str) -> Result<ClauseCarried, OfficeError> {
        Ok(coverage(&self.get(id)?.pack, clauses()))
    }
}

fn read_stories(folder: &Path) -> std::io::Result<Vec<(String, String)>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut stories = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "md") {
            let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            stories.push((name, std::fs::read_to_string(&path)?));
        }
    }
    stories.sort();
    Ok(stories)
}

/// Counts of clauses that run, ask and show.
pub(crate) fn counts(pack: &PolicyPack) -> [u32; 3] {
    let carried = coverage(pack, clauses());
    [How::Runs, How::Asks, How::Shows].map(|how| carried.clauses.iter().filter(|c| c.how == Some(how)).count() as u32)
}

/// The clauses of all policies, as shipped: id, kind, whether enforceable, numbers.
pub fn clauses() -> &'static [Clause] {
    static CLAUSES: OnceLock<Vec<Clause>> = OnceLock::new();
    CLAUSES.get_or_init(|| {
        let text = include_str!("../../../packs/clauses.jsonl");
        text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
    })
}
