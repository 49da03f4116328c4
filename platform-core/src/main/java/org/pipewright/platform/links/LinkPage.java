package org.pipewright.platform.links;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.pipewright.platform.pages.PlainPage;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.links.OutsidePage;
import org.pipewright.platform.spi.links.OutsidePage.Ask;
import org.pipewright.platform.spi.links.OutsidePage.Fact;
import org.pipewright.platform.spi.links.OutsidePage.Kind;
import org.pipewright.platform.spi.links.OutsidePage.Picture;
import org.pipewright.platform.spi.links.OutsidePage.Question;
import org.pipewright.platform.spi.links.OutsidePage.Way;

/** Writes the page of a link: plain HTML. Everything that is told is escaped here. */
final class LinkPage extends PlainPage<LinkPage> {

    private static final String STYLE = """
            :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif;
              background: light-dark(#fff, #16181d); color: light-dark(#1a1c20, #f1f2f4) }
            body { margin: 0 auto; max-width: 56rem; padding: 1.5rem 1rem }
            h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem }
            p { margin: 0 0 1rem; white-space: pre-line; overflow-wrap: anywhere }
            .notice { border-left: 4px solid #14532d; padding: .25rem 0 .25rem 1rem }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 0 0 1.5rem }
            dt { color: light-dark(#555, #bbb) }
            dd { margin: 0; overflow-wrap: anywhere }
            .wide { overflow-x: auto; margin: 0 0 1.5rem }
            table { border-collapse: collapse; width: 100% }
            th, td { text-align: right; padding: .5rem .75rem; border-bottom: 1px solid light-dark(#ddd, #3a3d44);
              vertical-align: top; white-space: nowrap }
            th:first-child, td:first-child { text-align: left; white-space: pre-line; min-width: 12rem; padding-left: 0 }
            .sums { margin-left: auto; max-width: 24rem }
            .sums dd { text-align: right }
            figure { margin: 0 0 1.5rem }
            img { background: #fff; display: block; padding: .5rem }
            a { color: light-dark(#14532d, #86efac); display: inline-block; min-height: 24px; padding: .25rem 0 }
            details { border: 1px solid light-dark(#ccc, #4a4d55); border-radius: .6rem; margin: 0 0 1rem }
            summary { cursor: pointer; font-weight: 600; padding: .75rem 1rem; min-height: 24px }
            form { padding: 0 1rem 1rem }
            .field { margin: 0 0 1rem }
            label { display: block; font-weight: 600; margin: 0 0 .25rem }
            .box { display: flex; gap: .6rem; align-items: start }
            .box input { width: 1.25rem; height: 1.25rem; min-height: 0; flex: none; margin: .15rem 0 0 }
            .box label { font-weight: 400; white-space: pre-line }
            input, textarea { box-sizing: border-box; width: 100%; min-height: 44px; padding: .5rem .75rem; font: inherit;
              border: 1px solid light-dark(#767676, #8c8c8c); border-radius: .4rem }
            textarea { min-height: 6rem }
            button { min-height: 44px; padding: .5rem 1.5rem; font: inherit; font-weight: 600; cursor: pointer;
              border: 0; border-radius: .4rem; background: #14532d; color: #fff }
            a.way { box-sizing: border-box; min-height: 44px; padding: .6rem 1.5rem; font-weight: 600;
              text-decoration: none; border-radius: .4rem; background: #14532d; color: #fff }
            :focus-visible { outline: 3px solid light-dark(#1d4ed8, #93c5fd); outline-offset: 2px }
            .error { color: light-dark(#b00020, #ffb4ab); margin: .25rem 0 0 }
            """;

    private final UnaryOperator<String> texts;

    LinkPage(Locale language, String title, String nonce, UnaryOperator<String> texts) {
        super(language, title, nonce, STYLE);
        this.texts = texts;
    }

    @Override
    protected LinkPage self() {
        return this;
    }

    LinkPage page(OutsidePage page, List<FieldError> errors, Map<String, String> answers) {
        if (!page.notice().isEmpty()) {
            raw("<p class=\"notice\" role=\"status\">").text(page.notice()).raw("</p>\n");
        }
        facts("", page.facts()).paragraph(page.text()).lines(page);
        facts(" class=\"sums\"", page.sums()).paragraph(page.terms());
        page.ways().forEach(this::way);
        page.pictures().forEach(this::picture);
        page.files().forEach(this::file);
        page.asks().forEach(ask -> ask(ask, ask.name().equals(answers.get("ask")) ? errors : List.of(), answers));
        return this;
    }

    private LinkPage facts(String kind, List<Fact> facts) {
        if (facts.isEmpty()) {
            return this;
        }
        raw("<dl" + kind + ">\n");
        facts.forEach(fact -> raw("<dt>")
                .text(fact.label())
                .raw("</dt><dd>")
                .text(fact.value())
                .raw("</dd>\n"));
        return raw("</dl>\n");
    }

    private LinkPage lines(OutsidePage page) {
        if (page.head().isEmpty()) {
            return this;
        }
        raw("<div class=\"wide\" tabindex=\"0\">\n<table>\n<thead><tr>");
        page.head().forEach(title -> raw("<th scope=\"col\">").text(title).raw("</th>"));
        raw("</tr></thead>\n<tbody>\n");
        page.lines().forEach(line -> {
            raw("<tr>");
            line.forEach(cell -> raw("<td>").text(cell).raw("</td>"));
            raw("</tr>\n");
        });
        return raw("</tbody>\n</table>\n</div>\n");
    }

    private void picture(Picture picture) {
        raw("<figure>\n<img width=\"180\" height=\"180\" src=\"")
                .text(picture.source())
                .raw("\" alt=\"")
                .text(picture.label())
                .raw("\">\n<figcaption>")
                .text(picture.label())
                .raw("</figcaption>\n</figure>\n");
    }

    private void file(String name) {
        String address = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        raw("<p><a download href=\"?file=" + address + "\">").text(name).raw("</a></p>\n");
    }

    private void way(Way way) {
        raw("<p><a class=\"way\" rel=\"noopener noreferrer\" href=\"")
                .text(way.address())
                .raw("\">")
                .text(way.label())
                .raw("</a></p>\n");
    }

    private void ask(Ask ask, List<FieldError> errors, Map<String, String> answers) {
        raw("<details" + (errors.isEmpty() && !ask.open() ? "" : " open") + ">\n<summary>")
                .text(ask.label())
                .raw("</summary>\n<form method=\"post\">\n<input type=\"hidden\" name=\"ask\" value=\"")
                .text(ask.name())
                .raw("\">\n");
        ask.questions().forEach(question -> question(ask, question, errors, answers));
        raw("<button>").text(ask.label()).raw("</button>\n</form>\n</details>\n");
    }

    private void question(Ask ask, Question question, List<FieldError> errors, Map<String, String> answers) {
        String id = ask.name() + "-" + question.name();
        String typed = answers.getOrDefault(question.name(), question.value());
        String needed = question.required() ? " required" : "";
        raw("<div class=\"field" + (question.kind() == Kind.TICK ? " box" : "") + "\">\n");
        String label = "<label for=\"" + id + "\">";
        String named = " id=\"" + id + "\" name=\"" + question.name() + "\"" + needed;
        switch (question.kind()) {
            case TICK ->
                raw("<input type=\"checkbox\" value=\"true\"" + named
                                + (isTicked(ask, question, answers) ? " checked" : "") + ">\n" + label)
                        .text(question.label())
                        .raw("</label>\n");
            case NUMBER ->
                raw(label)
                        .text(question.label())
                        .raw("</label>\n<input type=\"number\" step=\"any\"" + named + limit("min", question.least())
                                + limit("max", question.most()) + " value=\"")
                        .text(typed)
                        .raw("\">\n");
            case HIDDEN ->
                raw("<input type=\"hidden\" name=\"" + question.name() + "\" value=\"")
                        .text(question.value())
                        .raw("\">\n");
            case TEXT ->
                raw(label)
                        .text(question.label())
                        .raw("</label>\n<textarea" + named + ">")
                        .text(typed)
                        .raw("</textarea>\n");
            default ->
                raw(label)
                        .text(question.label())
                        .raw("</label>\n<input" + named + " value=\"")
                        .text(typed)
                        .raw("\">\n");
        }
        errors.stream()
                .filter(error -> error.field().equals(question.name()))
                .forEach(error -> raw("<p class=\"error\">")
                        .text(texts.apply(error.message()))
                        .raw("</p>\n"));
        raw("</div>\n");
    }

    /** As it was answered, else as it is filled in. */
    private static boolean isTicked(Ask ask, Question question, Map<String, String> answers) {
        return ask.name().equals(answers.get("ask"))
                ? answers.containsKey(question.name())
                : question.value().equals("true");
    }

    private static String limit(String name, String number) {
        return number.isEmpty() ? "" : " " + name + "=\"" + number + "\"";
    }

    String done() {
        return ended("");
    }
}
