package dev.tintype.web.safety;

import dev.tintype.photo.UnreadablePhotoException;
import dev.tintype.web.restoration.MemoryFullException;
import dev.tintype.web.restoration.QueueFullException;
import dev.tintype.web.store.NotThereException;
import dev.tintype.write.UnwritablePhotoException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/// The one place that knows every kind of mistake: RFC 9457 for programs, a page for people.
@ControllerAdvice
final class Mistakes {
    private static final Logger LOG = LoggerFactory.getLogger(Mistakes.class);
    private static final String RETRY_SECONDS = "20";

    @ExceptionHandler(Exception.class)
    @Nullable
    Object explain(Exception failure, HttpServletRequest request) {
        if (failure instanceof IOException || failure instanceof AsyncRequestTimeoutException) {
            return null; // nobody listens any more
        }
        ProblemDetail problem = problem(failure);
        if (problem.getStatus() >= 500) {
            LOG.error("{} {}", request.getMethod(), request.getRequestURI(), failure);
        }
        if (!request.getRequestURI().startsWith("/api/")) {
            Map<String, Object> model = Map.of(
                    "status", problem.getStatus(), "message", Objects.requireNonNullElse(problem.getDetail(), ""));
            return new ModelAndView("error", model, HttpStatusCode.valueOf(problem.getStatus()));
        }
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.getStatus() == HttpStatus.TOO_MANY_REQUESTS.value()) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return new ResponseEntity<>(problem, headers, problem.getStatus());
    }

    private static ProblemDetail problem(Exception failure) {
        String message = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        return switch (failure) {
            case NotThereException _ -> ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, message);
            case UnreadablePhotoException _, UnwritablePhotoException _ ->
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, message);
            case QueueFullException _, MemoryFullException _ ->
                ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, message);
            case MaxUploadSizeExceededException _ ->
                ProblemDetail.forStatusAndDetail(HttpStatus.CONTENT_TOO_LARGE, "the file is too large");
            case TypeMismatchException mismatch ->
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST,
                        "%s may not be '%s'".formatted(mismatch.getPropertyName(), mismatch.getValue()));
            case HttpMessageNotReadableException _ ->
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "the request is no JSON of the right shape");
            case IllegalArgumentException _ -> ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, message);
            case ErrorResponse known -> known.getBody();
            default -> ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, "an error in Tintype");
        };
    }
}
