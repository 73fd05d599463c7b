//! The office's own work from the command line: drawing, finishing.

use crate::arguments::{Draw, Finish};
use crate::host::Host;
use crate::print::{Done, json, line};
use huifang_core::domain::DrawId;
use huifang_office::wire::{Decide, DrawSheet};
use huifang_office::{Office, OfficeError, Seed};

/// `huifang draw`: with `--look` the frame, else the draw and who was drawn.
pub fn draw(host: &Host, args: &Draw) -> Result<Done, OfficeError> {
    let mut office = host.open(&args.dir)?;
    if args.look {
        return look(host, &office, args);
    }
    let seed = args.seed.clone().map_or(Seed::System, Seed::Agreed);
    let written = office.draw(&args.task, None, &seed, host.now)?;
    let id = DrawId::from(written.draw.as_str());
    let sheet = office.draw_sheet(&id, false, host.now)?;
    if let Some(out) = &args.out {
        office.export_draw(&id, out, host.now)?;
    }
    if args.json {
        json(&sheet)?;
    } else {
        print_sheet(&sheet, &written.line);
    }
    Ok(Done::Clean)
}

fn look(host: &Host, office: &Office, args: &Draw) -> Result<Done, OfficeError> {
    let frame = office.frame(&args.task, host.now)?;
    if args.json {
        json(&frame)?;
        return Ok(Done::Clean);
    }
    line(&format!("{} {}", frame.about.title, frame.about.period));
    line(&format!("抽样框 {} 个,摘要 {},要抽 {} 个,最迟 {}", frame.population, frame.hash, frame.take, frame.due));
    for stratum in &frame.strata {
        let name = if stratum.name.is_empty() { "(未填)" } else { &stratum.name };
        line(&format!("  {name}  {} 个,抽 {} 个", stratum.size, stratum.take));
    }
    Ok(Done::Clean)
}

fn print_sheet(sheet: &DrawSheet, said: &str) {
    line(said);
    let row = &sheet.row;
    line(&format!("{}  {}  种子 {}  抽样框摘要 {}", row.title, row.period, row.seed, row.hash));
    for drawn in &sheet.ranking {
        let about = [drawn.place.as_str(), &drawn.matter, &drawn.stratum];
        let about: Vec<_> = about.into_iter().filter(|text| !text.is_empty()).collect();
        line(&format!("{:>5}  {}  {}", drawn.rank, drawn.name, about.join("  ")));
    }
}

/// `huifang finish`.
pub fn finish(host: &Host, args: &Finish) -> Result<Done, OfficeError> {
    let wish = Decide {
        act: "finish".to_owned(),
        task: Some(args.task.clone()),
        client: None,
        day: args.on.map(|day| day.to_string()),
        to: None,
        approver: None,
        reason: args.note.clone(),
    };
    let decided = host.open(&args.dir)?.decide(&wish, host.now)?;
    if args.json {
        json(&decided)?;
    } else {
        line(&decided.line);
    }
    Ok(Done::Clean)
}
