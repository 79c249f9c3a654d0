package aquila.simulator;

import aquila.json.Json;

/** The resources of one API version. */
final class Resources {
  private final Org org;

  Resources(Org org) {
    this.org = org;
  }

  Reply answer(RestApi.Call call, String resource) throws Refusal {
    if (org.id().isEmpty()) {
      throw Refusal.notFound();
    }
    return switch (resource) {
      case "" -> Reply.json(200, Json.object().put("limits", call.path("/limits")));
      case "limits" -> Reply.json(200, call.limits());
      default -> throw Refusal.notFound();
    };
  }
}
