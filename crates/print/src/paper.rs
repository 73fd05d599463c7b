//! A sheet that is set: its PDF and the pictures of its pages are drawn from the same pages, so the preview is exact.

use crate::text::{characters, clean_all};
use crate::world::{SheetWorld, Template, has_glyph};
use serde::Serialize;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use typst_svg::SvgOptions;

/// Results of setting are kept for so many sheets, so that turning pages of a preview costs nothing.
const KEPT_SHEETS: usize = 3;

/// Why nothing was set. It means a mistake in the program, never in what somebody wrote.
#[derive(Debug, thiserror::Error)]
#[error("版面没有排成:{0}")]
pub struct PrintError(String);

impl PrintError {
    /// Stable code for the wire.
    pub fn code(&self) -> &'static str {
        "print"
    }
}

/// A sheet on A4, one or more pages.
pub struct Paper {
    document: PagedDocument,
    missing: String,
}

impl Paper {
    pub(crate) fn set(template: Template, data: &impl Serialize) -> Result<Self, PrintError> {
        Self::set_with(template, data, Vec::new())
    }

    /// As `set`, with pictures under the names by which the template asks for them.
    pub(crate) fn set_with(
        template: Template,
        data: &impl Serialize,
        pictures: Vec<(String, Vec<u8>)>,
    ) -> Result<Self, PrintError> {
        let mut data = serde_json::to_value(data).map_err(|error| PrintError(error.to_string()))?;
        clean_all(&mut data);
        let is_missing = |c: &char| !c.is_whitespace() && !c.is_control() && *c != '\u{200B}' && !has_glyph(*c);
        let missing = characters(&data).into_iter().filter(is_missing).collect();
        let world = SheetWorld::new(template, data.to_string(), pictures);
        let world = world.ok_or_else(|| PrintError("no such template".to_owned()))?;
        let document = typst::compile::<PagedDocument>(&world).output.map_err(|errors| told(&errors))?;
        typst::comemo::evict(KEPT_SHEETS);
        Ok(Self { document, missing })
    }

    /// How many pages.
    pub fn pages(&self) -> usize {
        self.document.pages().len()
    }

    /// The whole sheet as a PDF: text can be searched and copied, fonts are embedded.
    ///
    /// # Errors
    /// Only a mistake in the program.
    pub fn pdf(&self) -> Result<Vec<u8>, PrintError> {
        let creator = Smart::Custom(Some("回访台".to_owned()));
        typst_pdf::pdf(&self.document, &PdfOptions { creator, ..PdfOptions::default() }).map_err(|errors| told(&errors))
    }

    /// The picture of a page (from 0) as SVG, with all letters as outlines; `None` behind the last page.
    pub fn picture(&self, page: usize) -> Option<String> {
        let page = self.document.pages().get(page)?;
        Some(typst_svg::svg(page, &SvgOptions::default()))
    }

    /// Characters that the fonts do not have, each once: on paper there is an empty box, to be filled in by hand.
    pub fn missing(&self) -> &str {
        &self.missing
    }
}

fn told(errors: &[typst::diag::SourceDiagnostic]) -> PrintError {
    let messages: Vec<_> = errors.iter().map(|error| error.message.to_string()).collect();
    PrintError(messages.join("; "))
}
