package sinkmap.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/** The lines of the log, by the service's own configuration of Logback. */
class LogFormatTest {

    @ParameterizedTest
    @CsvSource({
        "'', 'WARN run failed [request_id=abc]'",
        "ecs, '\"message\":\"run failed\",\"request_id\":\"abc\"'",
        "logstash, '\"request_id\":\"abc\"'"
    })
    void linesAreTextOrJsonAsIsAskedFor(String format, String expected) throws Exception {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new ch.qos.logback.classic.util.LogbackMDCAdapter());
        context.putObject(Environment.class.getName(), new MockEnvironment());
        context.putProperty("CONSOLE_LOG_PATTERN", "%level %msg [%X]");
        context.putProperty("CONSOLE_LOG_STRUCTURED_FORMAT", format);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(getClass().getResource("/logback-spring.xml"));

        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>) root.getAppender("CONSOLE");
        LoggingEvent event = new LoggingEvent();
        event.setLoggerContext(context);
        event.setLoggerName("sinkmap.run");
        event.setLevel(ch.qos.logback.classic.Level.WARN);
        event.setMessage("run failed");
        event.setThreadName("main");
        event.setInstant(java.time.Instant.EPOCH);
        event.setMDCPropertyMap(Map.of("request_id", "abc"));
        String line = new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);

        assertThat(line).contains(expected);
        assertThat(console.getTarget()).isEqualTo("System.err");
        context.stop();
    }
}
