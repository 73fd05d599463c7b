//! All that Typst gets to see: our templates, our fonts and one document of data. No disk, no network, no clock.

use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// Which sheet is set; its template begins the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Template {
    Form,
    Card,
    Matter,
    Visits,
    Draw,
}

/// Templates by their path; `common` is imported by the others.
const TEMPLATES: [(&str, &str); 6] = [
    ("form.typ", include_str!("typ/form.typ")),
    ("card.typ", include_str!("typ/card.typ")),
    ("matter.typ", include_str!("typ/matter.typ")),
    ("visits.typ", include_str!("typ/visits.typ")),
    ("draw.typ", include_str!("typ/draw.typ")),
    ("common.typ", include_str!("typ/common.typ")),
];

/// What the templates read.
const DATA: &str = "data.json";

impl Template {
    fn path(self) -> &'static str {
        match self {
            Self::Form => "form.typ",
            Self::Card => "card.typ",
            Self::Matter => "matter.typ",
            Self::Visits => "visits.typ",
            Self::Draw => "draw.typ",
        }
    }
}

/// Made once: parsing the fonts and templates costs more than a page.
struct Shelf {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: Vec<Source>,
}

static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
    let files: [&'static [u8]; 2] =
        [include_bytes!("../fonts/NotoSansCJKsc-Regular.otf"), include_bytes!("../fonts/NotoSansCJKsc-Bold.otf")];
    let fonts: Vec<Font> = files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
    let sources = TEMPLATES.iter().filter_map(|(path, text)| Some(Source::new(id(path)?, (*text).to_owned())));
    Shelf {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        sources: sources.collect(),
        fonts,
    }
});

fn id(path: &str) -> Option<FileId> {
    VirtualPath::new(path).ok().map(|path| RootedPath::new(VirtualRoot::Project, path).intern())
}

/// The world of one sheet.
pub(crate) struct SheetWorld {
    main: FileId,
    data_id: FileId,
    data: Bytes,
    pictures: Vec<(FileId, Bytes)>,
}

impl SheetWorld {
    /// A world with that template and data; `None` would mean that a path of ours is none.
    pub(crate) fn new(template: Template, data: String, pictures: Vec<(String, Vec<u8>)>) -> Option<Self> {
        let pictures = pictures.into_iter().map(|(name, bytes)| Some((id(&name)?, Bytes::new(bytes))));
        let pictures = pictures.collect::<Option<_>>()?;
        Some(Self { main: id(template.path())?, data_id: id(DATA)?, data: Bytes::from_string(data), pictures })
    }
}

/// Whether one of the fonts has the character.
pub(crate) fn has_glyph(c: char) -> bool {
    SHELF.fonts.iter().any(|font| font.info().coverage.contains(c.into()))
}

impl World for SheetWorld {
    fn library(&self) -> &LazyHash<Library> {
        &SHELF.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHELF.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        SHELF.sources.iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data_id {
            return Ok(self.data.clone());
        }
        let picture = self.pictures.iter().find(|(name, _)| *name == id);
        picture.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHELF.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
