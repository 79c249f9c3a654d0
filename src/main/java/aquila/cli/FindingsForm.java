package aquila.cli;

import aquila.doctor.Report;
import aquila.world.World;

/** The forms in which a report of findings is printed. */
enum FindingsForm {
  TEXT {
    @Override
    String print(Report report, World world) {
      return new FindingsText(Colour.on(world, world.terminal().isOutput())).of(report);
    }
  },
  JSON {
    @Override
    String print(Report report, World world) {
      return FindingsJson.of(report);
    }
  },
  MARKDOWN {
    @Override
    String print(Report report, World world) {
      return FindingsMarkdown.of(report, world.clock().instant());
    }
  };

  abstract String print(Report report, World world);
}
